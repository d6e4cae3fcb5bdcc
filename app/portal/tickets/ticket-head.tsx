import { Form } from "@remix-run/react";
import { Check, Printer, RotateCcw } from "lucide-react";
import { PortalStateChip } from "~/components/tickets/state-chip";
import { Button } from "~/components/ui/button";
import { Icon } from "~/components/ui/icon";
import type { PortalTicket } from "~/domain/tickets/portal-views";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";
import { AnswerBy } from "./answer-by";

/** Subject, number, status in the customer's words, who has it; solving, reopening, printing. */
export function TicketHead({ ticket }: { ticket: PortalTicket }) {
  const t = useT();
  const { number, assigneeName, queueName, allowed } = ticket;
  return (
    <div className="page-head">
      <div>
        <h1>
          <bdi>{ticket.subject}</bdi>
        </h1>
        <p className="m num">
          <span>#{number}</span>
          <PortalStateChip state={ticket.state} name={ticket.statusName} />
          <span>
            {assigneeName
              ? t("portal:ticket.with", { name: assigneeName, queue: queueName })
              : t("portal:ticket.withQueue", { queue: queueName })}
          </span>
          {ticket.answer ? <AnswerBy answer={ticket.answer} /> : null}
        </p>
      </div>
      {allowed.solve ? (
        <Form method="post" action={paths.ticketPart(number, "closure")} className="print:hidden">
          <Button icon={<Icon of={Check} />}>{t("portal:ticket.solve")}</Button>
        </Form>
      ) : null}
      {allowed.reopen ? (
        <Form method="post" action={paths.ticketPart(number, "reopening")} className="print:hidden">
          <Button icon={<Icon of={RotateCcw} />}>{t("portal:ticket.reopen")}</Button>
        </Form>
      ) : null}
      <Button
        type="button"
        variant="ghost"
        className="js-only print:hidden"
        icon={<Icon of={Printer} />}
        onClick={() => window.print()}
      >
        {t("portal:ticket.print")}
      </Button>
    </div>
  );
}
