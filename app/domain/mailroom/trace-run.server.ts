import { clock } from "~/platform/clock.server";
import type { MailTrace, StageEntry } from "./mail-trace";

/** A run over a mail in the making. */
export type TraceRun = MailTrace & { since: number };

type Found<E> = E extends StageEntry ? Omit<E, "at" | "ms"> : never;

/** Begins a run; one that goes on from stage `read` keeps what the run before found up to there. */
export function startTrace(before: MailTrace | null, resumed: boolean): TraceRun {
  const stages = resumed ? (before?.stages ?? []) : [];
  return { runs: (before?.runs ?? 0) + 1, stages: [...stages], since: performance.now() };
}

/** Notes what a stage found, and how long it took since the stage before; a stage that is there already is replaced. */
export function traceStage(run: TraceRun, found: Found<StageEntry>): void {
  const now = performance.now();
  const entry = { ...found, at: clock.now().toISOString(), ms: Math.round((now - run.since) * 10) / 10 } as StageEntry;
  run.stages = [...run.stages.filter(({ stage }) => stage !== found.stage), entry];
  run.since = now;
}

/** What the run has found so far, as it is stored. */
export const traceOf = ({ runs, stages }: TraceRun): MailTrace => ({ runs, stages });
