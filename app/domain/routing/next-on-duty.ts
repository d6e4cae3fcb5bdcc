import { nextOpening } from "~/domain/calendars/next-opening";
import type { RosterCandidate } from "./lock-roster.server";

const LOOKED_AHEAD_MS = 366 * 86_400_000;

/** When the first of those who wait for their hours or come back from an absence is on duty; null when nobody will be. */
export function nextOnDuty(now: Date, roster: readonly RosterCandidate[]): Date | null {
  let next: Date | null = null;
  for (const one of roster) {
    if (!one.active || !one.assignable || one.presence !== "available" || (one.onHours && !one.absent)) continue;
    const from = one.absentUntil ?? now;
    // An absence without a known end is entered with a far one.
    if (from.getTime() - now.getTime() > LOOKED_AHEAD_MS) continue;
    const at = nextOpening(one.hours, from);
    if (at && (!next || at < next)) next = at;
  }
  return next;
}
