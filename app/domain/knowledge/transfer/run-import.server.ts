import { DomainError } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { log } from "~/platform/log.server";
import { inTransaction } from "~/platform/transaction.server";
import type { ReportItem } from "./import-report";
import type { ImportPlan } from "./plan-import.server";
import { runCategory } from "./run-category.server";
import { runText, storePictures } from "./run-text.server";
import type { Note } from "./transfer-file";

/** So many failures in a row that are nobody's refusal mean that something is out of order; the rest waits. */
const PATIENCE = 3;

export type RunOptions = {
  /** Told after each step: how many of all are done. */
  onProgress?: (done: number, total: number) => Promise<void>;
};

/**
 * Carries out a plan: each category and each text in a transaction of its own, so that one that fails changes nothing
 * and does not stop the others; its item says why. Inside a transaction of the caller's a failure is thrown instead.
 */
export async function runImport(ctx: Ctx, plan: ImportPlan, { onProgress }: RunOptions = {}): Promise<void> {
  const categoryIds = new Map([...plan.known.categories.values()].map(({ slug, id }) => [slug, id]));
  const categories = plan.categories.filter(({ item }) => item.status === "new" || item.status === "changed");
  const total = categories.length + plan.texts.length;
  let done = 0;
  let failures = 0;
  const step = async (item: ReportItem, act: (ctx: Ctx) => Promise<void>) => {
    const refusal = await attempt(ctx, act);
    if (refusal) fail(item, refusal.note);
    failures = refusal?.unexpected ? failures + 1 : 0;
    if (failures >= PATIENCE) throw refusal!.error;
    await onProgress?.(++done, total);
  };

  for (const category of categories)
    await step(category.item, async (ctx) => {
      categoryIds.set(category.slug, await runCategory(ctx, category, categoryIds));
    });
  for (const text of plan.texts) {
    if (!ctx.pending) await storePictures(ctx, text);
    await step(text.item, (ctx) => runText(ctx, text, categoryIds));
  }
}

type Refusal = { note: Note; unexpected: boolean; error: unknown };

async function attempt(ctx: Ctx, act: (ctx: Ctx) => Promise<void>): Promise<Refusal | null> {
  if (ctx.pending) {
    await act(ctx);
    return null;
  }
  try {
    await inTransaction(ctx, act, { timeout: 60_000 });
    return null;
  } catch (error) {
    if (error instanceof DomainError) return { note: noteOf(error), unexpected: false, error };
    log.error({ err: error }, "a file of an import could not be taken over");
    return { note: { code: "transfer:error.unexpected" }, unexpected: true, error };
  }
}

/** The most particular thing that a refusal says. */
function noteOf(error: DomainError): Note {
  const [field] = Object.entries(error.fields);
  return { code: field?.[1] ?? error.code, params: error.params };
}

function fail(item: ReportItem, note: Note): void {
  item.status = "error";
  item.changes = [];
  item.notes = [note];
  delete item.outcome;
}
