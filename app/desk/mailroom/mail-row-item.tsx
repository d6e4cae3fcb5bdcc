import { Chip, type Tone } from "~/components/ui/chip";
import type { HoldReason } from "~/domain/mailroom/holds";
import { isClaimed, type MailRow } from "~/domain/mailroom/mail-views";
import { TimeText } from "~/i18n/time-text";
import type { Translate } from "~/i18n/translate";
import { useT } from "~/i18n/use-t";
import { spanText } from "../tickets/due-text";

type Props = { row: MailRow; href: string; current: boolean; me: string; /** milliseconds */ now: number };

export const REASON_TONES: Record<HoldReason, Tone> = {
  not_verified: "danger",
  spam: "danger",
  unknown_sender: "warn",
  rule: "info",
  bounce_unknown: "neutral",
  forward_unclear: "info",
};

/** One mail of the list: its subject, who wrote to whom, since when it waits, why and who is on it, or what came of it. */
export function MailRowItem({ row, href, current, me, now }: Props) {
  const t = useT();
  const { hold } = row;
  const claimed = hold && isClaimed(hold, now) ? hold.claimedBy : null;
  return (
    <li>
      <a className="it" href={href} aria-current={current ? "page" : undefined}>
        <b>
          <bdi>{row.subject || t(row.stage === "received" ? "mailroom:mail.unread" : "mailroom:mail.noSubject")}</bdi>
        </b>
        {hold ? (
          <span className={late(hold.alertAt, now) ? "when num text-danger" : "when num"}>
            <span className="sr">{t("mailroom:list.waits")} </span>
            {ageText(hold.heldAt, now, t)}
          </span>
        ) : (
          <TimeText at={row.receivedAt} className="when num" />
        )}
        <span className="who">
          <span>
            <bdi>{row.fromAddress || row.fromName || t("mailroom:mail.nobody")}</bdi>
          </span>
          {row.to ? ` ${t("mailroom:list.to", { to: row.to.split("@")[0] ?? "" })}` : null}
        </span>
        <span className="flex flex-wrap items-center gap-x-2">
          {hold ? (
            <Chip tone={REASON_TONES[hold.reason]}>{t(`mailroom:hold.${hold.reason}`)}</Chip>
          ) : (
            <Chip tone={outcomeTone(row)}>{outcomeText(row, t)}</Chip>
          )}
          {claimed ? (
            <span className="muted xs">
              {claimed.id === me ? t("mailroom:claim.you") : t("mailroom:claim.other", { name: claimed.name })}
            </span>
          ) : null}
        </span>
      </a>
    </li>
  );
}

const late = (alertAt: Date | string, now: number) => new Date(alertAt).getTime() <= now;

/** How long a mail has been waiting, in whole minutes of the wall clock. */
export const ageText = (heldAt: Date | string, now: number, t: Translate): string =>
  spanText(Math.max(0, Math.floor((now - new Date(heldAt).getTime()) / 60_000)), t);

/** What came of a mail that does not wait. */
export function outcomeText({ stage, outcome, number }: Pick<MailRow, "stage" | "outcome" | "number">, t: Translate) {
  if (!outcome) return t(`mailroom:stageNow.${stage}`);
  return number === null ? t(`mailroom:outcome.${outcome}`) : t(`mailroom:outcomeOf.${outcome}`, { number });
}

function outcomeTone({ stage, outcome }: MailRow): Tone {
  if (stage === "failed" || outcome === "unreadable") return "danger";
  if (outcome === "opened" || outcome === "joined" || outcome === "linked") return "ok";
  return outcome === "discarded" ? "warn" : "neutral";
}
