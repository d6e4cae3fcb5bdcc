import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { checkIndexes } from "~/domain/search/check-indexes.server";
import { indexChanges } from "~/domain/search/index-changes.server";
import { reindex } from "~/domain/search/reindex.server";
import { sweepChanges } from "~/domain/search/sweep-changes.server";
import { defineJob, type Job } from "~/platform/jobs.server";
import { projections } from "./search-projections";

const engine = z.enum(["postgres", "meilisearch"]);

/** Under many changes each run takes those of this long together; the first after a rest is taken at once. */
const RUNS_APART_MS = 200;
const lastRuns = new Map<string, number>();

/** Brings an engine's index up to the changes that commands wrote down. */
const indexDocuments = defineJob({
  name: "search.index",
  payload: z.object({ engine }),
  async run(ctx, { engine }) {
    const rest = (lastRuns.get(engine) ?? 0) + RUNS_APART_MS - performance.now();
    if (rest > 0) await sleep(rest);
    await indexChanges(ctx, engine, projections);
    lastRuns.set(engine, performance.now());
  },
});

/** Looks after the indexes: what is lost, outdated or was never built is built, what came back is used again. */
const check = defineJob({
  name: "search.check",
  payload: z.object({}),
  run: (ctx) => checkIndexes(ctx, projections),
});

/** The slow second look at what changed. */
const sweep = defineJob({
  name: "search.sweep",
  payload: z.object({}),
  run: (ctx) => sweepChanges(ctx, projections),
});

/** Builds an index anew beside the one in use. When another process is building it, that one's will do. */
const rebuild = defineJob({
  name: "search.rebuild",
  payload: z.object({ engine }),
  async run(ctx, { engine }) {
    await reindex(ctx, engine, projections, { politely: true });
  },
});

export const searchJobs: readonly Job[] = [indexDocuments, check, sweep, rebuild];
