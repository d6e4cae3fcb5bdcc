import type { Change, ReportItem } from "./import-report";
import type { KnownCategory, KnownHelp } from "./known-help";
import type { ReadCategory } from "./read-categories.server";
import type { ReadText } from "./read-text";
import { CATEGORIES_FILE, type Note } from "./transfer-file";

/** A category as it will be; `known` is what it is now. */
export type PlannedCategory = {
  item: ReportItem;
  known: KnownCategory | null;
  slug: string;
  parent: string | null;
  icon: string;
  names: Record<string, string>;
  descriptions: Record<string, string>;
  needsReview: boolean;
};

/**
 * What becomes of the categories: those of the list, then those that only a folder names. What the list does not say of
 * a category that is there already stays.
 */
export function planCategories(
  listed: readonly ReadCategory[],
  texts: readonly ReadText[],
  known: KnownHelp,
): Map<string, PlannedCategory> {
  const planned = new Map<string, PlannedCategory>();
  for (const category of listed) planned.set(category.slug, planListed(category, planned, known));
  for (const { category, locale, path } of texts) {
    if (planned.has(category) || known.categories.has(category)) continue;
    const name = category.charAt(0).toUpperCase() + category.slice(1).replaceAll("-", " ");
    const note = { code: "transfer:warning.categoryByFolder", params: { file: CATEGORIES_FILE } };
    planned.set(category, {
      item: {
        type: "category",
        path: path.split("/").slice(0, -1).join("/"),
        title: category,
        status: "new",
        changes: [],
        notes: [note],
      },
      known: null,
      slug: category,
      parent: null,
      icon: "book",
      names: { [locale]: name },
      descriptions: {},
      needsReview: false,
    });
  }
  return planned;
}

function planListed(
  read: ReadCategory,
  planned: ReadonlyMap<string, PlannedCategory>,
  { categories }: KnownHelp,
): PlannedCategory {
  const known = categories.get(read.slug) ?? null;
  const next = {
    slug: read.slug,
    parent: read.parent === undefined ? (known?.parent ?? null) : read.parent || null,
    icon: read.icon ?? known?.icon ?? "book",
    names: { ...known?.names, ...read.names },
    descriptions: { ...known?.descriptions, ...read.descriptions },
    needsReview: read.needsReview ?? known?.needsReview ?? false,
  };
  const changes = known ? changesOf(known, next) : [];
  const notes: Note[] = known?.archived ? [{ code: "transfer:warning.categoryArchived" }] : [];
  const lost = next.parent && !categories.has(next.parent) && planned.get(next.parent)?.item.status === undefined;
  const failed = lost || (next.parent && planned.get(next.parent)?.item.status === "error");
  return {
    ...next,
    known,
    item: {
      type: "category",
      path: CATEGORIES_FILE,
      title: read.slug,
      status: failed ? "error" : !known ? "new" : changes.length ? "changed" : "same",
      changes,
      notes: failed ? [{ code: "transfer:error.categoryParent", params: { parent: next.parent ?? "" } }] : notes,
    },
  };
}

function changesOf(known: KnownCategory, next: Omit<PlannedCategory, "item" | "known">): Change[] {
  const same = (a: Record<string, string>, b: Record<string, string>) =>
    [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => (a[key] ?? "") === (b[key] ?? ""));
  return [
    ...(same(known.names, next.names) ? [] : (["names"] as const)),
    ...(same(known.descriptions, next.descriptions) ? [] : (["descriptions"] as const)),
    ...(known.icon === next.icon ? [] : (["icon"] as const)),
    ...(known.parent === next.parent ? [] : (["parent"] as const)),
    ...(known.needsReview === next.needsReview ? [] : (["needsReview"] as const)),
  ];
}

/** Whether texts of the category are published only after somebody else's approval. */
export function needsReview(
  slug: string,
  planned: ReadonlyMap<string, PlannedCategory>,
  { categories }: KnownHelp,
): boolean {
  let at: string | null = slug;
  for (let step = 0; at && step < 10; step++) {
    const category: { needsReview: boolean; parent: string | null } | undefined = planned.get(at) ?? categories.get(at);
    if (!category) return false;
    if (category.needsReview) return true;
    at = category.parent;
  }
  return false;
}
