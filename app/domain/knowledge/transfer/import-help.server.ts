import type { Ctx } from "~/platform/ctx.server";
import { requireEditor } from "../policy";
import type { ImportReport } from "./import-report";
import { loadKnownHelp } from "./load-known-help.server";
import { planImport } from "./plan-import.server";
import { readHelp } from "./read-help.server";
import { runImport, type RunOptions } from "./run-import.server";
import type { TransferFile } from "./transfer-file";

type Options = RunOptions & {
  dryRun: boolean;
  /** False makes drafts of everything. */
  publish?: boolean;
};

/**
 * Imports the files of a help centre (the format is docs/help-format.md) and answers what became of each; with `dryRun`
 * what would. A second import of the same files changes nothing. Refusals of the whole are `TransferProblem`s: too many
 * or too large files, paths that lead out of the folder. For editors; inside a transaction any failure is thrown.
 */
export async function importHelp(
  ctx: Ctx,
  files: readonly TransferFile[],
  { dryRun, publish = true, onProgress }: Options,
): Promise<ImportReport> {
  requireEditor(ctx.actor);
  const help = await readHelp(files);
  const plan = planImport(help, await loadKnownHelp(ctx, help), {
    publish,
    approvals: ctx.actor.kind === "person",
  });
  if (!dryRun) await runImport(ctx, plan, { onProgress });
  return { dryRun, items: plan.items };
}
