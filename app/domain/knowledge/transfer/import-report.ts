import type { Note } from "./transfer-file";

export const ITEM_STATUSES = ["new", "changed", "same", "error", "skipped"] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

export type Change =
  | "title"
  | "address"
  | "summary"
  | "keywords"
  | "text"
  | "kind"
  | "category"
  | "audience"
  | "organizations"
  | "reviewBy"
  | "state"
  | "names"
  | "descriptions"
  | "icon"
  | "parent"
  | "needsReview";

/** What becomes of one file, one row of a .csv, or one category of the list. */
export type ReportItem = {
  type: "category" | "text" | "file";
  path: string;
  line?: number;
  locale?: string;
  kind?: "article" | "faq";
  title: string;
  status: ItemStatus;
  changes: Change[];
  /** How a new or changed text stands afterwards. */
  outcome?: "published" | "draft" | "review";
  notes: Note[];
  /** The article, once it is there. */
  articleId?: string;
};

/** `dryRun`: what would happen; else what has happened. */
export type ImportReport = { dryRun: boolean; items: ReportItem[] };

export type ReportCounts = Record<ItemStatus | "warnings", number>;

/** Items by status, and how many of those that can be imported carry a warning. */
export function countItems(items: readonly ReportItem[]): ReportCounts {
  const counts: ReportCounts = { new: 0, changed: 0, same: 0, error: 0, skipped: 0, warnings: 0 };
  for (const item of items) {
    counts[item.status]++;
    if (isWarned(item)) counts.warnings++;
  }
  return counts;
}

export const isWarned = ({ status, notes }: ReportItem): boolean =>
  notes.length > 0 && status !== "error" && status !== "skipped";

/** Names an item among those of its import, also in a second run. */
export const itemKey = ({ type, path, line, title }: ReportItem): string =>
  type === "category" ? `category ${title}` : `${path}:${line ?? ""}`;
