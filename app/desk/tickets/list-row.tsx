import { StateChip } from "~/components/tickets/state-chip";
import { priorityCode } from "~/domain/tickets/states";
import type { DeskRow } from "~/domain/tickets/views";
import { TimeText } from "~/i18n/time-text";
import { useI18n } from "~/i18n/use-t";
import { DueLine, saysDue } from "./due-line";

type Props = { row: DeskRow; href: string; current: boolean; /** milliseconds */ now: number };

/** One ticket of the list: what, who, how urgent, what is due or who waits. */
export function ListRow({ row, href, current, now }: Props) {
  const { t, locale } = useI18n();
  return (
    <li>
      <a className={row.unread ? "it new" : "it"} href={href} aria-current={current ? "page" : undefined}>
        <b lang={row.locale === locale ? undefined : row.locale}>
          {row.unread ? <span className="sr">{t("desk:list.unread")} </span> : null}
          {row.subject}
        </b>
        <TimeText at={row.activityAt} className="when num" />
        <span className="who">
          <span>{row.organization ?? row.requester.name}</span>
          {` · ${priorityCode(row.priority)} · ${row.queue.name}`}
        </span>
        {saysDue(row) ? (
          <DueLine ticket={row} now={now} />
        ) : row.waitingSince ? (
          <span className="due w">
            {t("desk:list.waitingSince")} <TimeText at={row.waitingSince} />
          </span>
        ) : row.state === "new" || row.state === "open" ? null : (
          <StateChip state={row.state} name={row.status.name} />
        )}
      </a>
    </li>
  );
}
