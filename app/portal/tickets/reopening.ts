import { reopenOwnTicket } from "~/domain/tickets/reopen-own-ticket.server";
import { actOnOwnTicket, toTicket } from "./act.server";

export const loader = toTicket;

/** The customer says that it is not settled after all. */
export const action = actOnOwnTicket(async (ctx, number) => {
  await reopenOwnTicket(ctx, number);
  return { key: "portal:toast.reopened" };
});
