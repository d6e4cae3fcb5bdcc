import { z } from "zod";
import { leavePresence } from "~/domain/tickets/leave-presence.server";
import { markRead } from "~/domain/tickets/mark-read.server";
import { touchPresence } from "~/domain/tickets/touch-presence.server";
import { readInput } from "~/http/forms.server";
import { ticketNumber } from "~/http/params.server";
import { agentAction } from "~/http/route.server";

const form = z.object({ tab: z.uuid(), typing: z.stringbool().default(false), left: z.stringbool().default(false) });

/** A tab's heartbeat on a ticket: who has it on screen has read it. */
export const action = agentAction(async (ctx, { request, params }) => {
  const { tab, typing, left } = await readInput(ctx, request, form);
  const number = ticketNumber(params);
  if (left) await leavePresence(ctx, number, tab);
  else {
    await touchPresence(ctx, number, { tab, typing });
    await markRead(ctx, number);
  }
  return new Response(null, { status: 204 });
});
