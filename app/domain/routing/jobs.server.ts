import { z } from "zod";
import { defineJob } from "~/platform/jobs.server";
import { sweepDuty } from "./sweep-duty.server";
import { wakeAfterEvent } from "./wake-after-event.server";

/** Payload of a scheduled run: what the clock adds does not matter. */
const tick = z.object({});

/** Who closed the last tab is away after five minutes. */
const duty = defineJob({ name: "routing.sweep-duty", payload: tick, run: async (ctx) => void (await sweepDuty(ctx)) });

/** People or teams changed, which identity does without knowing of queues that assign by themselves. */
const wake = defineJob({
  name: "routing.wake-queues",
  payload: z.object({ eventId: z.uuid() }),
  run: (ctx, { eventId }) => wakeAfterEvent(ctx, eventId),
});

export const jobs = [duty, wake];
