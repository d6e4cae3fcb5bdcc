import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { requireEditor } from "../policy";
import type { ImportReport } from "./import-report";
import type { Note } from "./transfer-file";

export type ImportView = {
  id: string;
  name: string;
  state: "checking" | "ready" | "importing" | "done" | "failed";
  /** The files are still here. */
  waiting: boolean;
  done: number;
  total: number;
  report: ImportReport | null;
  problem: Note | null;
  by: string;
  createdAt: Date;
  finishedAt: Date | null;
};

/** An import with its report, or 404. For editors. */
export async function getImport(ctx: Ctx, importId: string): Promise<ImportView> {
  requireEditor(ctx.actor);
  const row = await ctx.db.helpImport.findUnique({
    where: { id: importId },
    select: {
      id: true,
      name: true,
      state: true,
      uploadId: true,
      done: true,
      total: true,
      report: true,
      problem: true,
      by: { select: { name: true } },
      createdAt: true,
      finishedAt: true,
    },
  });
  if (!row) throw notFound();
  const { uploadId, report, problem, by, ...rest } = row;
  return {
    ...rest,
    waiting: uploadId !== null,
    report: report as ImportReport | null,
    problem: problem as Note | null,
    by: by?.name ?? "",
  };
}
