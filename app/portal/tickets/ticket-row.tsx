import { PortalStateChip } from "~/components/tickets/state-chip";
import type { PortalRow } from "~/domain/tickets/portal-views";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import { AnswerBy } from "./answer-by";

/** One ticket in a list: subject, status in the customer's words, and who has it since when. */
export function TicketRow({ row }: { row: PortalRow }) {
  const t = useT();
  return (
    <li>
      <a className={row.unread ? "row new" : "row"} href={paths.ticket(row.number)}>
        <span className="t">
          {row.unread ? <span className="sr">{t("portal:row.unread")} </span> : null}
          <bdi>{row.subject}</bdi>
        </span>
        <PortalStateChip state={row.state} name={row.statusName} />
        <span className="m num">
          #{row.number} · <TimeText at={row.publicAt} /> · {row.assigneeName ?? row.queueName}
          {row.own ? null : (
            <>
              {" "}
              · <bdi>{t("portal:row.askedBy", { name: row.requester.name })}</bdi>
            </>
          )}
          {row.answer ? (
            <>
              {" "}
              · <AnswerBy answer={row.answer} />
            </>
          ) : null}
        </span>
      </a>
    </li>
  );
}
