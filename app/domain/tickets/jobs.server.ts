import { z } from "zod";
import { defineJob } from "~/platform/jobs.server";
import { assignByTurn } from "./assign-by-turn.server";
import { closeSolvedTickets } from "./close-solved-tickets.server";
import { purgeBin } from "./purge-bin.server";
import { releaseReply } from "./release-reply.server";
import { sweepPresence } from "./sweep-presence.server";
import { wakeTicket } from "./wake-ticket.server";

const ofTicket = z.object({ ticketId: z.uuid() });

/** `close-solved` hourly, `purge-bin` daily, `sweep-presence` every minute; the others are enqueued by commands. */
export const jobs = [
  defineJob({
    name: "tickets.release-reply",
    payload: z.object({ replyId: z.uuid() }),
    run: async (ctx, { replyId }) => void (await releaseReply(ctx, replyId)),
  }),
  defineJob({
    name: "tickets.assign",
    payload: ofTicket,
    run: async (ctx, { ticketId }) => void (await assignByTurn(ctx, ticketId)),
  }),
  defineJob({
    name: "tickets.wake",
    payload: ofTicket,
    run: async (ctx, { ticketId }) => void (await wakeTicket(ctx, ticketId)),
  }),
  defineJob({
    name: "tickets.close-solved",
    payload: z.object({}),
    run: async (ctx) => void (await closeSolvedTickets(ctx)),
  }),
  defineJob({ name: "tickets.purge-bin", payload: z.object({}), run: async (ctx) => void (await purgeBin(ctx)) }),
  defineJob({ name: "tickets.sweep-presence", payload: z.object({}), run: sweepPresence }),
];
