import type { TimeTotals } from "~/domain/sla/time-entry-views";
import { formatMoney } from "~/i18n/format";
import { formatDuration } from "~/lib/duration";

/** Time spent in whole minutes, the least one: "1 h 30 min". */
export function spentWords(seconds: number, locale: string): string {
  const minutes = seconds > 0 ? Math.max(1, Math.round(seconds / 60)) : 0;
  return minutes ? formatDuration(minutes * 60, locale, { days: false }) : formatDuration(0, locale);
}

/** Amounts of one or several currencies; empty when nothing costs anything. */
export const costWords = (costs: TimeTotals["costs"], locale: string): string =>
  costs.map(({ amount, currency }) => formatMoney(amount, currency, locale)).join(" + ");
