import { z } from "zod";
import { defineJob } from "~/platform/jobs.server";
import { sweepRateWindows } from "~/platform/rate-limit.server";

const DAY_MS = 86_400_000;

/** Ended sessions go, and links a month after their time: until then one can see that and when they were used. */
const sweep = defineJob({
  name: "identity.sweep",
  payload: z.object({}),
  async run(ctx) {
    await ctx.db.session.deleteMany({ where: { expiresAt: { lt: ctx.now } } });
    await ctx.db.oneTimeToken.deleteMany({ where: { expiresAt: { lt: new Date(ctx.now.getTime() - 30 * DAY_MS) } } });
  },
});

export const jobs = [sweep, sweepRateWindows];
