import { z } from "zod";
import { defineJob } from "~/platform/jobs.server";
import { wakeQueues } from "~/domain/routing/wake-queues.server";
import { assignQueue } from "./assign-queue.server";
import { closeSolvedTickets } from "./close-solved-tickets.server";
import { escalateTicket } from "./escalate-ticket.server";
import { handBackIdle } from "./hand-back-idle.server";
import { handOverAbsent } from "./hand-over-absent.server";
import { handOverDeactivated } from "./hand-over-deactivated.server";
import { purgeBin } from "./purge-bin.server";
import { recomputeClocks } from "./recompute-clocks.server";
import { releaseReply } from "./release-reply.server";
import { settleDeflections } from "./settle-deflections.server";
import { showContractNotice } from "./show-contract-notice.server";
import { sweepAlarms } from "./sweep-alarms.server";
import { sweepPresence } from "./sweep-presence.server";
import { wakeTicket } from "./wake-ticket.server";

const ofTicket = z.object({ ticketId: z.uuid() });
const ofQueue = z.object({
  queueId: z.uuid(),
  after: z.object({ priority: z.string(), dueAt: z.string(), id: z.uuid() }).optional(),
});

/**
 * `close-solved` and `settle-deflections` hourly, `purge-bin` daily; `sweep-presence`, `hand-back-idle`, `hand-over-absent` and `wake-queues`, which
 * finds what nothing else woke, every minute; the others are enqueued by commands.
 */
export const jobs = [
  defineJob({
    name: "tickets.release-reply",
    payload: z.object({ replyId: z.uuid() }),
    run: async (ctx, { replyId }) => void (await releaseReply(ctx, replyId)),
  }),
  defineJob({
    name: "tickets.assign",
    payload: z.union([ofQueue, ofTicket]),
    // A job of an earlier release names a ticket; the minutely look at all queues finds it.
    run: async (ctx, payload) =>
      void ("queueId" in payload && (await assignQueue(ctx, payload.queueId, payload.after))),
  }),
  defineJob({ name: "tickets.wake-queues", payload: z.object({}), run: (ctx) => wakeQueues(ctx, "all") }),
  defineJob({
    name: "tickets.hand-back-idle",
    payload: z.object({}),
    run: async (ctx) => void (await handBackIdle(ctx)),
  }),
  defineJob({
    name: "tickets.hand-over-absent",
    payload: z.object({}),
    run: async (ctx) => void (await handOverAbsent(ctx)),
  }),
  defineJob({
    name: "tickets.hand-over-deactivated",
    payload: z.object({ eventId: z.uuid() }),
    run: (ctx, { eventId }) => handOverDeactivated(ctx, eventId),
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
  defineJob({
    name: "tickets.settle-deflections",
    payload: z.object({}),
    run: async (ctx) => void (await settleDeflections(ctx)),
  }),
  defineJob({ name: "tickets.purge-bin", payload: z.object({}), run: async (ctx) => void (await purgeBin(ctx)) }),
  defineJob({
    name: "tickets.sweep-alarms",
    payload: z.object({}),
    run: async (ctx) => void (await sweepAlarms(ctx)),
  }),
  defineJob({
    name: "tickets.recompute-clocks",
    payload: z.object({}),
    run: async (ctx) => void (await recomputeClocks(ctx)),
  }),
  defineJob({
    name: "tickets.escalate",
    payload: z.object({ targetId: z.uuid(), step: z.uuid(), policyVersionId: z.uuid() }),
    run: async (ctx, escalation) => void (await escalateTicket(ctx, escalation)),
  }),
  defineJob({
    name: "tickets.show-contract-notice",
    payload: z.object({ eventId: z.uuid() }),
    run: (ctx, { eventId }) => showContractNotice(ctx, eventId),
  }),
  defineJob({ name: "tickets.sweep-presence", payload: z.object({}), run: sweepPresence }),
];
