import { setTimeout as sleep } from "node:timers/promises";
import type { Ctx } from "~/platform/ctx.server";
import type { SearchRebuild } from "#search/engine";
import type { Projection } from "#search/projection";
import { openEngine } from "./internal/engines.server";
import { type EngineName, forgetStates } from "./internal/index-state.server";
import { exclusively, exclusivelyOrNot } from "~/platform/exclusively.server";
import { readDocuments } from "./internal/write-documents.server";
import { readSynonyms } from "./internal/read-synonyms.server";

/** `done` of `total` things (an article with its languages, a ticket with its messages) gave `documents`. */
export type ReindexProgress = { done: number; total: number; documents: number };

export type ReindexOptions = {
  onProgress?: (progress: ReindexProgress) => void;
  /** Aborted: what was built is dropped, and the index in use stays. */
  signal?: AbortSignal;
  /** Rests as long as it works, so that a worker's other jobs hardly notice. */
  politely?: boolean;
};

const DOCUMENTS = 500;
const NOTE_EVERY_MS = 1_000;

/**
 * Builds an engine's index anew beside the one in use and puts it in its place in one step; searches and changes go on
 * meanwhile. One at a time per engine: null when another process is at it.
 */
export async function reindex(
  ctx: Ctx,
  name: EngineName,
  projections: readonly Projection<Ctx>[],
  options: ReindexOptions = {},
): Promise<ReindexProgress | null> {
  return exclusivelyOrNot(`search.rebuild ${name}`, () => build(ctx, name, projections, options));
}

async function build(
  ctx: Ctx,
  name: EngineName,
  projections: readonly Projection<Ctx>[],
  options: ReindexOptions,
): Promise<ReindexProgress> {
  const progress = { done: 0, total: 0, documents: 0 };
  for (const projection of projections) progress.total += await projection.count(ctx);
  const startedAt = ctx.now;
  const note = async (state: object) => {
    await ctx.db.searchIndex.upsert({ where: { engine: name }, create: { engine: name, ...state }, update: state });
    forgetStates();
  };
  const { done, total } = progress;
  await note({ startedAt, done, total });
  const engine = openEngine(name);
  const synonyms = await readSynonyms(ctx);
  let rebuild: SearchRebuild | undefined;
  try {
    rebuild = await engine.rebuild();
    await fill(ctx, name, rebuild, projections, progress, options, ({ done }) => note({ done }));
    // Without the lock: what changes meanwhile is written to both, and waits for the exchange alone.
    await rebuild.prepare(options.signal);
    await exclusively(`search.write ${name}`, async () => {
      options.signal?.throwIfAborted();
      await rebuild?.swap();
    });
  } catch (error) {
    await rebuild?.drop().catch(() => undefined);
    const problem = options.signal?.aborted ? "" : String(error instanceof Error ? error.message : error).slice(0, 500);
    await note({ startedAt: null, error: problem });
    throw error;
  }
  await engine.setSynonyms(synonyms);
  await note({ startedAt: null, builtAt: new Date(), downSince: null, done: progress.done, error: "" });
  return progress;
}

async function fill(
  ctx: Ctx,
  name: EngineName,
  rebuild: SearchRebuild,
  projections: readonly Projection<Ctx>[],
  progress: ReindexProgress,
  { onProgress, signal, politely }: ReindexOptions,
  note: (progress: ReindexProgress) => Promise<void>,
): Promise<void> {
  let noted = Date.now();
  for (const projection of projections)
    for (let after: string | null = null, going = true; going;) {
      const began = performance.now();
      const { ids, next } = await projection.walk(ctx, after);
      // What is read is written before a later change is: a thing deleted meanwhile does not come back.
      await exclusively(`search.write ${name}`, async () => {
        signal?.throwIfAborted();
        const { documents } = await readDocuments(ctx, projection, ids);
        for (let from = 0; from < documents.length; from += DOCUMENTS) {
          signal?.throwIfAborted();
          await rebuild.put(documents.slice(from, from + DOCUMENTS));
        }
        progress.documents += documents.length;
      });
      progress.done += ids.length;
      onProgress?.({ ...progress });
      if (Date.now() - noted >= NOTE_EVERY_MS) {
        noted = Date.now();
        await note(progress);
      }
      if (politely) await sleep(performance.now() - began);
      after = next;
      going = next !== null;
    }
}
