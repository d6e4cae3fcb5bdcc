import { Chip, type Tone } from "~/components/ui/chip";
import type { OutboxRow } from "~/domain/notifications/views";
import { useT } from "~/i18n/use-t";

const TONES: Record<OutboxRow["state"], Tone> = {
  queued: "neutral",
  sending: "neutral",
  sent: "ok",
  deferred: "warn",
  bounced: "danger",
  failed: "danger",
  suppressed: "warn",
};

/** Where a mail stands, with the reason where there is one. */
export function MailState({ state, reason }: Pick<OutboxRow, "state" | "reason">) {
  const t = useT();
  return (
    <>
      <Chip tone={TONES[state]}>{t(`desk:outbox.state.${state}`)}</Chip>
      {reason ? <span className="small muted block">{t(`desk:reason.${reason}`)}</span> : null}
    </>
  );
}
