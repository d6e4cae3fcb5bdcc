import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Breadcrumb } from "~/components/ui/breadcrumb";
import { getTicketForPortal } from "~/domain/tickets/get-ticket-for-portal.server";
import { listEarlierForPortal } from "~/domain/tickets/list-earlier-for-portal.server";
import { markRead } from "~/domain/tickets/mark-read.server";
import { replyAsCustomer } from "~/domain/tickets/reply-as-customer.server";
import { customerReplyForm } from "~/domain/tickets/schema";
import type { PortalTicket } from "~/domain/tickets/portal-views";
import { readInput } from "~/http/forms.server";
import { ticketNumber } from "~/http/params.server";
import { paths } from "~/http/paths";
import { customerAction, customerLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { useLive } from "~/http/use-live";
import { useT } from "~/i18n/use-t";
import { newId } from "~/lib/id";
import styles from "~/styles/portal-ticket.css?url";
import { Conversation } from "./conversation";
import { Facts } from "./facts";
import { ReplyForm } from "./reply-form";
import { TicketHead } from "./ticket-head";
import { TicketNotices } from "./ticket-notices";
import { useFormId } from "./use-form-id";
import { useMarkRead } from "./use-mark-read";
import { isBeingRead } from "./is-being-read";

export { pageTitle as meta } from "~/http/page-title";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = customerLoader(async (ctx, { request, params }) => {
  const number = ticketNumber(params);
  const before = new URL(request.url).searchParams.get("before");
  const read = isBeingRead(request);
  const [ticket, older] = await Promise.all([
    getTicketForPortal(ctx, number),
    before ? listEarlierForPortal(ctx, number, before) : null,
    read ? markRead(ctx, number) : null,
  ]);
  return { title: `${ticket.subject} #${number}`, ticket, older, read, formId: newId() };
});

export const action = customerAction(async (ctx, { request, params }) => {
  const number = ticketNumber(params);
  const sent = await replyAsCustomer(ctx, number, await readInput(ctx, request, customerReplyForm));
  const to = `${paths.ticket(sent.number)}#m-${sent.messageId}`;
  if (sent.number === number) return redirectWithToast(to, { key: "portal:toast.sent" });
  return redirectWithToast(to, { key: `portal:toast.${sent.outcome}`, params: { number: sent.number } });
});

/** A ticket as its customer sees it. */
export default function TicketPage() {
  const page = useLoaderData<typeof loader>();
  return <Matter key={page.ticket.id} {...page} />;
}

type Props = Pick<ReturnType<typeof useLoaderData<typeof loader>>, "older" | "read" | "formId"> & {
  ticket: PortalTicket;
};

function Matter({ ticket, older, read, formId: fresh }: Props) {
  const failure = useActionData<Failure>();
  const t = useT();
  const sentIds = ticket.messages.map(({ id }) => id);
  const { formId, adopt } = useFormId(fresh, failure?.values.formId, sentIds);
  useLive([`ticket:${ticket.id}`]);
  useMarkRead(ticket.number, read, sentIds.at(-1));
  return (
    <div className="page">
      <Breadcrumb items={[{ href: paths.tickets(), label: t("portal:nav.tickets") }]} />
      <TicketHead ticket={ticket} />
      <div className="matter">
        <div className="stack close">
          <TicketNotices ticket={ticket} />
          <Conversation key={older ? "older" : "newest"} ticket={ticket} older={older} />
          {ticket.allowed.reply && !older ? (
            <ReplyForm
              key={formId}
              ticket={ticket}
              formId={formId}
              adopt={adopt}
              sentIds={sentIds}
              failure={failure?.values.formId === formId ? failure : undefined}
            />
          ) : null}
        </div>
        <Facts ticket={ticket} />
      </div>
    </div>
  );
}
