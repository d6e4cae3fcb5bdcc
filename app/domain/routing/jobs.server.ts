import { z } from "zod";
import { defineJob } from "~/platform/jobs.server";
import { sweepDuty } from "./sweep-duty.server";

/** Payload of a scheduled run: what the clock adds does not matter. */
const tick = z.object({});

/** Who closed the last tab is away after five minutes. */
const duty = defineJob({ name: "routing.sweep-duty", payload: tick, run: async (ctx) => void (await sweepDuty(ctx)) });

export const jobs = [duty];
