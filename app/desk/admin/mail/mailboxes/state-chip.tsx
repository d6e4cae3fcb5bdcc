import { Chip } from "~/components/ui/chip";
import type { MailboxState } from "~/domain/mailroom/imap/imap-views";
import { useT } from "~/i18n/use-t";

const TONES = { off: "neutral", connected: "ok", failing: "danger", starting: "info", silent: "warn" } as const;

/** How a mailbox stands, in a word. */
export function StateChip({ state }: { state: MailboxState }) {
  const t = useT();
  return <Chip tone={TONES[state]}>{t(`mailadmin:imap.state.${state}`)}</Chip>;
}
