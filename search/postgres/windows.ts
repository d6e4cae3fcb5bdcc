export type Month = { month: string; documents: number };
/** `scopes`: the newest months and days that hold about `documents`; null when that is everything. */
export type Window = { scopes: string[] | null; documents: number };

/** The newest part of the index that is expected to hold `wanted` documents (or all of it). */
export function newestPart(months: readonly Month[], wanted: number, now: Date, before?: Date): Window {
  const limit = before ? `~${stamp(before)}` : "~~";
  const open = months.filter(({ month }) => month <= limit.slice(0, 7));
  const total = open.reduce((sum, { documents }) => sum + documents, 0);
  if (wanted >= total * 0.7) return { scopes: null, documents: total };
  const scopes: string[] = [];
  let held = 0;
  for (const { month, documents } of open) {
    const missing = wanted - held;
    if (missing <= 0) break;
    if (missing >= documents * 0.8) {
      scopes.push(month);
      held += documents;
      continue;
    }
    const last = lastDay(month, before && before < now ? before : now);
    const days = Math.max(1, Math.min(last, Math.ceil((missing / documents) * last)));
    for (let i = 0; i < days; i++) scopes.push(`${month}${String(last - i).padStart(2, "0")}`);
    held += (documents * days) / last;
  }
  return { scopes, documents: held };
}

const stamp = (at: Date) => at.toISOString().slice(0, 10).replaceAll("-", "");

/** The last day of the month that can have documents. */
function lastDay(month: string, now: Date): number {
  if (month === `~${stamp(now).slice(0, 6)}`) return now.getUTCDate();
  return new Date(Date.UTC(Number(month.slice(1, 5)), Number(month.slice(5, 7)), 0)).getUTCDate();
}
