import { z } from "zod";
import { defineJob } from "~/platform/jobs.server";
import { notifyAgents } from "./notify-agents.server";
import { notifyContract } from "./notify-contract.server";
import { notifyEscalation } from "./notify-escalation.server";
import { notifyHeldMail } from "./notify-held-mail.server";
import { sendNews } from "./send-news.server";
import { sendReceipt } from "./send-receipt.server";
import { sendReopened } from "./send-reopened.server";
import { sendSolved } from "./send-solved.server";
import { showBounce } from "./show-bounce.server";
import { sweepNotifications } from "./sweep-notifications.server";

const payload = z.object({ eventId: z.uuid() });

/** Each hears of events, see the jobs' listeners. */
export const jobs = [
  defineJob({ name: "notifications.send-receipt", payload, run: (ctx, { eventId }) => sendReceipt(ctx, eventId) }),
  defineJob({ name: "notifications.send-reopened", payload, run: (ctx, { eventId }) => sendReopened(ctx, eventId) }),
  defineJob({ name: "notifications.send-solved", payload, run: (ctx, { eventId }) => sendSolved(ctx, eventId) }),
  defineJob({ name: "notifications.notify-agents", payload, run: (ctx, { eventId }) => notifyAgents(ctx, eventId) }),
  defineJob({
    name: "notifications.notify-escalation",
    payload,
    run: (ctx, { eventId }) => notifyEscalation(ctx, eventId),
  }),
  defineJob({
    name: "notifications.notify-contract",
    payload,
    run: (ctx, { eventId }) => notifyContract(ctx, eventId),
  }),
  defineJob({
    name: "notifications.notify-held-mail",
    payload,
    run: (ctx, { eventId }) => notifyHeldMail(ctx, eventId),
  }),
  defineJob({ name: "notifications.send-news", payload, run: (ctx, { eventId }) => sendNews(ctx, eventId) }),
  defineJob({ name: "notifications.show-bounce", payload, run: (ctx, { eventId }) => showBounce(ctx, eventId) }),
  defineJob({ name: "notifications.sweep", payload: z.object({}), run: (ctx) => sweepNotifications(ctx) }),
];
