import { Form } from "@remix-run/react";
import { Banner } from "~/components/ui/banner";
import type { DeskTicket } from "~/domain/tickets/views";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";

/** Said before one writes: who of the ticket gets no mail for now, why, until when, and how mail goes there again. */
export function SuppressionBanners({ ticket }: { ticket: Pick<DeskTicket, "number" | "suppressed"> }) {
  const t = useT();
  return ticket.suppressed.map(({ address, reason, until }) => (
    <Banner
      key={address}
      tone="warn"
      bar
      title={t("replies:suppressed.title", { address })}
      action={
        <Form method="post" action={paths.desk.ticketPart(ticket.number, "suppressions")}>
          <button className="btn sm" name="address" value={address}>
            {t("replies:suppressed.lift")}
          </button>
        </Form>
      }
    >
      {t("replies:suppressed.why", { reason: t(`desk:reason.${reason}`) })} {t("replies:suppressed.until")}{" "}
      <TimeText at={until} style="dateTime" />
    </Banner>
  ));
}
