import {
  countItems,
  isWarned,
  ITEM_STATUSES,
  type ImportReport,
  type ReportItem,
} from "~/domain/knowledge/transfer/import-report";

export const FILTERS = ["all", "new", "changed", "error", "warnings", "same", "skipped"] as const;
export type ReportFilter = (typeof FILTERS)[number];

const PER_PAGE = 100;

/** The part of a report that one page shows: items of a kind that have the words, a hundred at a time from `from`. */
export function pageOfReport(
  { items }: ImportReport,
  { filter, q, from }: { filter: ReportFilter; q: string; from: number },
) {
  const counts = countItems(items);
  const words = q.toLowerCase();
  const found = items.filter(
    (item) =>
      (filter === "all" || (filter === "warnings" ? isWarned(item) : item.status === filter)) &&
      (!words || `${item.path}\n${item.title}`.toLowerCase().includes(words)),
  );
  const start = Math.min(from, Math.max(0, found.length - 1));
  return {
    counts: { ...counts, all: ITEM_STATUSES.reduce((sum, status) => sum + counts[status], 0) },
    rows: found.slice(start, start + PER_PAGE) satisfies ReportItem[],
    found: found.length,
    from: start,
    previous: start > 0 ? Math.max(0, start - PER_PAGE) : null,
    next: start + PER_PAGE < found.length ? start + PER_PAGE : null,
  };
}

export type ReportPage = ReturnType<typeof pageOfReport>;
