import { z } from "zod";
import { followTicket } from "~/domain/tickets/follow-ticket.server";
import { unfollowTicket } from "~/domain/tickets/unfollow-ticket.server";
import { readInput } from "~/http/forms.server";
import { ticketNumber } from "~/http/params.server";
import { actOnTicket } from "./act.server";

const form = z.object({ follow: z.enum(["yes", "no"]) });

export const action = actOnTicket(async (ctx, { request, params }) => {
  const { follow } = await readInput(ctx, request, form);
  await (follow === "yes" ? followTicket : unfollowTicket)(ctx, ticketNumber(params));
  return { key: follow === "yes" ? "desk:toast.followed" : "desk:toast.unfollowed" };
});
