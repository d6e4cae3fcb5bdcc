import { z } from "zod";
import { defineJob } from "~/platform/jobs.server";
import { deliverMail } from "./deliver-mail.server";
import { sweepDeliveries } from "./sweep-deliveries.server";

const DAY_MS = 86_400_000;

export const jobs = [
  defineJob({
    name: "mail.deliver",
    lane: "mail",
    payload: z.object({ outboundId: z.uuid() }),
    run: (ctx, { outboundId }) => deliverMail(ctx, outboundId),
  }),
  /** Every minute and at start: what a dead sender left behind. */
  defineJob({
    name: "mail.sweep-deliveries",
    payload: z.object({}),
    async run(ctx) {
      await sweepDeliveries(ctx);
    },
  }),
  /** Daily: suppressions whose time is over. */
  defineJob({
    name: "mail.sweep-suppressions",
    payload: z.object({}),
    async run(ctx) {
      await ctx.db.suppression.deleteMany({ where: { until: { lt: new Date(ctx.now.getTime() - 30 * DAY_MS) } } });
    },
  }),
];
