import { z } from "zod";
import { defineJob, type Job } from "~/platform/jobs.server";
import { sweepLog } from "./sweep-log.server";

const sweep = defineJob({ name: "search.sweep-log", payload: z.object({}), run: (ctx) => sweepLog(ctx) });

export const jobs: readonly Job[] = [sweep];
