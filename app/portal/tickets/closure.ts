import { solveOwnTicket } from "~/domain/tickets/solve-own-ticket.server";
import { actOnOwnTicket, toTicket } from "./act.server";

export const loader = toTicket;

/** The customer says that the matter is settled. */
export const action = actOnOwnTicket(async (ctx, number) => {
  await solveOwnTicket(ctx, number);
  return { key: "portal:toast.solved" };
});
