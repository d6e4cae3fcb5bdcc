import { Card } from "~/components/ui/card";
import { KeyValue } from "~/components/ui/key-value";
import { Person } from "~/components/ui/person";
import type { PortalTicket } from "~/domain/tickets/portal-views";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import { ColleagueForm } from "./colleague-form";

/** What is known about the ticket, and who reads along. */
export function Facts({ ticket }: { ticket: PortalTicket }) {
  const t = useT();
  return (
    <aside aria-label={t("portal:facts.title")}>
      <Card id="facts" title={t("portal:facts.title")} padded>
        <KeyValue
          items={[
            { label: t("tickets:field.number"), value: `#${ticket.number}`, num: true },
            { label: t("tickets:field.type"), value: ticket.typeName },
            { label: t("tickets:field.queue"), value: ticket.queueName },
            { label: t("tickets:field.assignee"), value: ticket.assigneeName },
            { label: t("tickets:field.organization"), value: ticket.organization },
            {
              label: t("tickets:field.created"),
              value: <TimeText at={ticket.createdAt} style="dateTime" />,
              num: true,
            },
            { label: t("portal:facts.latest"), value: <TimeText at={ticket.publicAt} style="dateTime" />, num: true },
            ticket.solvedAt !== null && {
              label: t("tickets:field.solvedAt"),
              value: <TimeText at={ticket.solvedAt} style="dateTime" />,
              num: true,
            },
          ]}
        />
      </Card>
      <Card id="people" title={t("portal:facts.people")} padded>
        <ul className="grid gap-3">
          <li className="grid">
            <Person name={ticket.requester.name} />
            <span className="faint small ps-[30px]">{t("tickets:field.requester")}</span>
          </li>
          {ticket.participants.map(({ id, name }) => (
            <li key={id} className="grid">
              <Person name={name} />
            </li>
          ))}
        </ul>
        {ticket.allowed.invite ? (
          <details className="mt-3 print:hidden">
            <summary className="lk">{t("portal:colleague.add")}</summary>
            <div className="mt-3">
              <ColleagueForm number={ticket.number} />
            </div>
          </details>
        ) : null}
      </Card>
    </aside>
  );
}
