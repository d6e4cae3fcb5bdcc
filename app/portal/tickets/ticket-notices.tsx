import { Banner } from "~/components/ui/banner";
import type { PortalTicket } from "~/domain/tickets/portal-views";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";

/** Where the conversation goes on when it does not go on here. */
export function TicketNotices({ ticket }: { ticket: PortalTicket }) {
  const t = useT();
  const { mergedInto, followUps } = ticket;
  return (
    <>
      {mergedInto === null ? null : (
        <Banner
          tone="info"
          title={t("portal:ticket.merged", { number: mergedInto })}
          action={<a href={paths.ticket(mergedInto)}>{t("portal:ticket.toMerged", { number: mergedInto })}</a>}
        >
          {t("portal:ticket.mergedText")}
        </Banner>
      )}
      {followUps.map(({ number, subject }) => (
        <Banner
          key={number}
          tone="info"
          title={t("portal:ticket.followedUp", { number })}
          action={<a href={paths.ticket(number)}>{t("portal:ticket.toMerged", { number })}</a>}
        >
          <bdi>{subject}</bdi>
        </Banner>
      ))}
    </>
  );
}
