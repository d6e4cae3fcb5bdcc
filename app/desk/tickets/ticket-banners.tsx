import { Form } from "@remix-run/react";
import { Banner } from "~/components/ui/banner";
import type { DeskTicket } from "~/domain/tickets/views";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";

/** What an agent should know before answering. */
export function TicketBanners({ ticket }: { ticket: DeskTicket }) {
  const t = useT();
  return (
    <>
      {ticket.deletedAt ? (
        <Banner
          tone="danger"
          bar
          title={t("desk:banner.deleted")}
          action={
            <Form method="post" action={paths.desk.ticketPart(ticket.number, "bin")}>
              <button className="btn sm" name="restore" value="yes">
                {t("desk:bin.restore")}
              </button>
            </Form>
          }
        />
      ) : null}
      {ticket.mergedInto ? (
        <Banner
          tone="info"
          bar
          title={t("desk:banner.merged")}
          action={
            ticket.allowed.unmerge ? (
              <Form method="post" action={paths.desk.ticketPart(ticket.number, "merge/undo")}>
                <button className="btn sm" name="into" value={ticket.mergedInto}>
                  {t("desk:banner.unmerge")}
                </button>
              </Form>
            ) : null
          }
        >
          <a href={paths.desk.ticket(ticket.mergedInto)}>#{ticket.mergedInto}</a>
        </Banner>
      ) : null}
      {ticket.banners.map((banner) => (
        <Banner
          key={banner.id}
          tone="warn"
          bar
          title={t(`desk:banner.${banner.code}`, textOf(banner.data))}
          action={
            <Form method="post" action={paths.desk.ticketPart(ticket.number, `banners/${banner.id}`)}>
              <button className="btn ghost sm">{t("desk:banner.dismiss")}</button>
            </Form>
          }
        >
          {typeof banner.data.number === "number" ? (
            <a href={paths.desk.ticket(banner.data.number)}>#{banner.data.number}</a>
          ) : null}
        </Banner>
      ))}
    </>
  );
}

const textOf = (data: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(data).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === "string" || typeof entry[1] === "number",
    ),
  );
