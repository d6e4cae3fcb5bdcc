import { findTicketRef } from "~/domain/tickets/find-ticket-ref.server";
import { listRecentTickets } from "~/domain/tickets/list-recent-tickets.server";
import { agentLoader } from "~/http/route.server";
import { numberIn } from "./match-commands";

/** What the palette asks for while it is open: the tickets read last, and the one whose number was typed. */
export const loader = agentLoader(async (ctx, { request }) => {
  const number = numberIn(new URL(request.url).searchParams.get("q") ?? "");
  const [recent, found] = await Promise.all([
    listRecentTickets(ctx),
    number === null ? null : findTicketRef(ctx, number),
  ]);
  return { recent, number, found };
});
