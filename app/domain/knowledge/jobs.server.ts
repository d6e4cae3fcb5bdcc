import { z } from "zod";
import { defineJob } from "~/platform/jobs.server";
import { checkLinksOf } from "./check-links-of.server";
import { checkLinks } from "./check-links.server";
import { newsJobs } from "./news-jobs.server";
import { purgeArticles } from "./purge-articles.server";
import { settleSchedule } from "./settle-schedule.server";
import { sweepSchedule } from "./sweep-schedule.server";
import { transferJobs } from "./transfer/transfer-jobs.server";

const clockWork = z.object({});

/** `settle-schedule` runs at the moment that was set, `sweep-schedule` every minute, `purge-articles` and `check-links` daily. */
export const jobs = [
  defineJob({
    name: "knowledge.settle-schedule",
    payload: z.object({ textId: z.uuid() }),
    run: (ctx, { textId }) => settleSchedule(ctx, textId),
  }),
  defineJob({
    name: "knowledge.sweep-schedule",
    payload: clockWork,
    run: async (ctx) => void (await sweepSchedule(ctx)),
  }),
  defineJob({
    name: "knowledge.check-links",
    payload: clockWork,
    run: (ctx) => checkLinks(ctx),
  }),
  defineJob({
    name: "knowledge.check-links-of",
    payload: z.object({ eventId: z.uuid() }),
    run: (ctx, { eventId }) => checkLinksOf(ctx, eventId),
  }),
  defineJob({
    name: "knowledge.purge-articles",
    payload: clockWork,
    run: async (ctx) => void (await purgeArticles(ctx)),
  }),
  ...newsJobs,
  ...transferJobs,
];
