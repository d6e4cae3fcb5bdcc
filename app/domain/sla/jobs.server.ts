import { z } from "zod";
import { defineJob } from "~/platform/jobs.server";
import { followCalendar } from "./follow-calendar.server";
import { giveUpWebhook } from "./give-up-webhook.server";
import { noticeContracts } from "./notice-contracts.server";
import { postWebhook } from "./post-webhook.server";
import { postWebhooks } from "./post-webhooks.server";

/** `follow-calendar` hears of changed hours, `post-webhooks` of steps of the ladder. */
export const jobs = [
  defineJob({
    name: "sla.follow-calendar",
    payload: z.object({ eventId: z.uuid() }),
    run: (ctx) => followCalendar(ctx),
  }),
  defineJob({
    name: "sla.post-webhooks",
    payload: z.object({ eventId: z.uuid() }),
    run: (ctx, { eventId }) => postWebhooks(ctx, eventId),
  }),
  defineJob({
    name: "sla.webhook",
    lane: "outside",
    payload: z.object({ eventId: z.uuid(), action: z.int().min(0) }),
    run: (ctx, which) => postWebhook(ctx, which),
    giveUp: (ctx, which, error) => giveUpWebhook(ctx, which, error),
  }),
  defineJob({
    name: "sla.notice-contracts",
    payload: z.object({}),
    run: async (ctx) => void (await noticeContracts(ctx)),
  }),
];
