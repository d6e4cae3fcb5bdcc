import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useOutletContext } from "@remix-run/react";
import { Banner } from "~/components/ui/banner";
import { addNote } from "~/domain/tickets/add-note.server";
import { getClocks } from "~/domain/tickets/get-clocks.server";
import { getTicketForDesk } from "~/domain/tickets/get-ticket-for-desk.server";
import { getTicketTime } from "~/domain/tickets/get-ticket-time.server";
import { listEarlier } from "~/domain/tickets/list-earlier.server";
import { replyToTicket } from "~/domain/tickets/reply-to-ticket.server";
import type { DeskTicket } from "~/domain/tickets/views";
import { saveDraft } from "~/domain/tickets/save-draft.server";
import { composeForm, draftForm } from "~/domain/tickets/schema";
import { formObject, parse, readForm } from "~/http/forms.server";
import { ticketNumber } from "~/http/params.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentAction, agentLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { useLive } from "~/http/use-live";
import { usePageFacts } from "~/http/use-page-facts";
import { useT } from "~/i18n/use-t";
import { newId } from "~/lib/id";
import type { DeskHandle } from "../desk-handle";
import { Composer } from "./composer";
import { Conversation } from "./conversation";
import { Facts } from "./facts";
import type { keepList } from "./list-query";
import { SuppressionBanners } from "./suppression-banners";
import { TicketBanners } from "./ticket-banners";
import { TicketHead } from "./ticket-head";
import { usePresence } from "./use-presence";

export { DeskError as ErrorBoundary } from "../desk-error";

export const handle: DeskHandle = { desk: { cols: 4, pane: "main" } };

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request, params }) => {
  const number = ticketNumber(params);
  const before = new URL(request.url).searchParams.get("before");
  const [ticket, time, clocks, page] = await Promise.all([
    getTicketForDesk(ctx, number),
    getTicketTime(ctx, number),
    getClocks(ctx, number),
    before ? listEarlier(ctx, number, before) : null,
  ]);
  return {
    title: `#${number} ${ticket.subject}`,
    ticket,
    time,
    clocks,
    page,
    formId: newId(),
    seenAt: ctx.now.toISOString(),
  };
});

/** Pages about what is typed: the composer's buttons lead there by way of the draft. */
const DRAFT_PAGES = ["preview", "saved-replies", "answers"] as const;

export const action = agentAction(async (ctx, { request, params }) => {
  const number = ticketNumber(params);
  const form = formObject(await readForm(ctx, request));
  const here = paths.desk.ticket(number);
  const next = DRAFT_PAGES.find((page) => page === form.then);
  if (next) {
    const draft = parse(draftForm, form);
    await saveDraft(ctx, number, draft);
    return redirect(paths.desk.ticketPart(number, next, { kind: draft.kind === "note" ? "note" : null }));
  }
  const input = parse(composeForm, form);
  if (input.kind === "note") {
    await addNote(ctx, number, input);
    return redirectWithToast(here, { key: "desk:toast.noted" });
  }
  const { replyId, releaseAt } = await replyToTicket(ctx, number, input);
  if (!replyId || !releaseAt) return redirectWithToast(here, { key: "desk:toast.sent" });
  const undo = { action: paths.desk.ticketPart(number, `outgoing/${replyId}/undo`), until: releaseAt.toISOString() };
  return redirectWithToast(here, { key: "desk:toast.sending", undo });
});

/** The conversation, its composer, and what is known beside it. */
export default function TicketPage() {
  const { ticket, time, clocks, page, formId, seenAt } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() as Failure | undefined;
  const keep = useOutletContext<ReturnType<typeof keepList> | null>() ?? {};
  const { person } = usePageFacts();
  const t = useT();
  const me = person?.id ?? "";
  useLive([`ticket:${ticket.id}`, `presence:${ticket.id}`]);
  usePresence(ticket.number);
  return (
    <>
      <main id="main" className="main" tabIndex={-1}>
        <TicketHead ticket={ticket} me={me} back={paths.desk.tickets(keep)} timer={time.timer} now={seenAt} />
        <TicketBanners ticket={ticket} />
        <Conversation key={ticket.id} ticket={ticket} page={page} me={me} />
        {ticket.allowed.reply ? <SuppressionBanners ticket={ticket} /> : null}
        {ticket.allowed.reply ? (
          <Composer
            key={`${ticket.id} ${lastOwnWords(ticket, me)}`}
            ticket={ticket}
            formId={formId}
            seenAt={seenAt}
            failure={failure}
          />
        ) : (
          <Banner tone="note" bar>
            {t("desk:compose.closed")}
          </Banner>
        )}
      </main>
      <Facts ticket={ticket} clocks={clocks} time={time} formId={formId} me={me} now={seenAt} />
    </>
  );
}

/** The agent's newest words here, sent or about to be: with them the composer starts anew, and when they are taken back. */
function lastOwnWords(ticket: DeskTicket, me: string): string {
  const waiting = ticket.outgoing.filter((reply) => reply.own).at(-1);
  const said = ticket.timeline.filter((item) => item.kind === "message" && item.author?.id === me).at(-1);
  return (waiting ?? said)?.id ?? "";
}
