import type { CompiledCalendar } from "./compile-calendar";
import { mergePauses, toSeconds, type Pause } from "./pauses";

/** Working seconds in [from, to) outside every pause, both ends cut to their whole second; 0 when `to` is not after `from`. */
export function elapsed(calendar: CompiledCalendar, from: Date, to: Date, pauses: readonly Pause[] = []): number {
  const start = toSeconds(from);
  const end = toSeconds(to);
  let seconds = calendar.worked(start, end);
  for (const pause of pauses.length ? mergePauses(pauses) : [])
    seconds -= calendar.worked(Math.max(start, pause[0]), Math.min(end, pause[1]));
  return seconds;
}
