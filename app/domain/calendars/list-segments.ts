import type { CompiledCalendar } from "./compile-calendar";
import { mergePauses, toDate, toSeconds, type Pause } from "./pauses";

export type Segment = { kind: "working" | "paused" | "closed"; from: Date; to: Date };

/**
 * Cuts [from, to) into stretches of working, paused and closed time, in order and without gaps; the working ones add up
 * to `elapsed`. A pause covers closed hours too.
 */
export function listSegments(
  calendar: CompiledCalendar,
  from: Date,
  to: Date,
  pauses: readonly Pause[] = [],
): Segment[] {
  const segments: Segment[] = [];
  const end = toSeconds(to);
  let at = toSeconds(from);
  const add = (kind: Segment["kind"], until: number) => {
    if (until <= at) return;
    const last = segments.at(-1);
    if (last?.kind === kind) last.to = toDate(until);
    else segments.push({ kind, from: toDate(at), to: toDate(until) });
    at = until;
  };
  const addUnpaused = (until: number) => {
    for (const [open, close] of calendar.intervals(at, until)) {
      add("closed", open);
      add("working", close);
    }
    add("closed", until);
  };
  for (const [pauseFrom, pauseTo] of mergePauses(pauses)) {
    if (pauseTo <= at || pauseFrom >= end) continue;
    addUnpaused(pauseFrom);
    add("paused", Math.min(pauseTo, end));
  }
  addUnpaused(end);
  return segments;
}
