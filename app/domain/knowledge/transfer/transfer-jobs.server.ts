import { z } from "zod";
import type { Ctx } from "~/platform/ctx.server";
import { defineJob } from "~/platform/jobs.server";
import { failImport } from "./fail-import.server";

const payload = z.object({ importId: z.uuid() });
const giveUp = (ctx: Ctx, { importId }: z.output<typeof payload>) =>
  failImport(ctx, importId, { code: "transfer:error.unexpected" });

/** `check-import` compares the files of a large import, `run-import` takes them over. */
export const transferJobs = [
  defineJob({
    name: "knowledge.check-import",
    payload,
    run: async (ctx, { importId }) => (await import("./check-import.server")).checkImport(ctx, importId),
    giveUp,
  }),
  defineJob({
    name: "knowledge.run-import",
    payload,
    run: async (ctx, { importId }) => (await import("./carry-out-import.server")).carryOutImport(ctx, importId),
    giveUp,
  }),
];
