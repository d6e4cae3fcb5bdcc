import type { ArticleAudience, ArticleKind } from "~/generated/prisma/enums";
import type { Change } from "./import-report";
import type { KnownArticle, KnownHelp } from "./known-help";
import type { PlannedCategory } from "./plan-categories";
import type { ReadText } from "./read-text";
import { problem } from "./transfer-file";

/** An article as a whole as it will be, and what of it differs from what is. */
export type ArticlePart = {
  kind: ArticleKind;
  category: string;
  audience: ArticleAudience;
  organizationIds: string[];
  /** YYYY-MM-DD; null for never. */
  reviewBy: string | null;
  /** Counts when the article begins; null for last in its category. */
  position: number | null;
  changes: Change[];
};

/** What a source text's file makes of its article. What the file does not say of an article that is there stays. */
export function planArticle(
  read: ReadText,
  known: KnownArticle | null,
  categories: ReadonlyMap<string, PlannedCategory>,
  help: KnownHelp,
): ArticlePart {
  checkCategory(read.category, categories, help);
  const audience = read.audience ?? (read.organizations ? "organizations" : (known?.audience ?? "public"));
  if (read.organizations && audience !== "organizations") throw problem("transfer:error.organizationsUnused");
  const organizationIds = audience !== "organizations" ? [] : (idsOf(read, help) ?? known?.organizationIds ?? []);
  if (audience === "organizations" && !organizationIds.length) throw problem("transfer:error.organizationsMissing");
  const next = {
    kind: read.kind ?? known?.kind ?? "article",
    category: read.category,
    audience,
    organizationIds,
    reviewBy: read.reviewBy ?? known?.reviewBy ?? null,
    position: read.position ?? null,
  };
  return { ...next, changes: known ? changesOf(known, next) : [] };
}

/** A translation is seen by whoever sees its article: a file that says otherwise must not open it to others. */
export function checkTranslation(read: ReadText, article: Pick<ArticlePart, "audience">): void {
  if (read.audience && read.audience !== article.audience)
    throw problem("transfer:error.audience", { audience: read.audience, own: article.audience });
}

function checkCategory(slug: string, categories: ReadonlyMap<string, PlannedCategory>, help: KnownHelp): void {
  if (help.categories.get(slug)?.archived) throw problem("knowledge:error.categoryArchived");
  if (categories.get(slug)?.item.status === "error") throw problem("transfer:error.categoryFailed", { slug });
}

function idsOf({ organizations }: ReadText, help: KnownHelp): string[] | null {
  if (!organizations) return null;
  return organizations.map((name) => {
    const ids = help.organizations.get(name.toLowerCase()) ?? [];
    if (ids.length !== 1)
      throw problem(ids.length ? "transfer:error.organizationTwice" : "transfer:error.organizationUnknown", { name });
    return ids[0]!;
  });
}

function changesOf(known: KnownArticle, next: Omit<ArticlePart, "changes">): Change[] {
  const changes: Change[] = [];
  if (known.kind !== next.kind) changes.push("kind");
  if (known.category !== next.category) changes.push("category");
  if (known.audience !== next.audience) changes.push("audience");
  if ([...known.organizationIds].sort().join() !== [...next.organizationIds].sort().join())
    changes.push("organizations");
  if (known.reviewBy !== next.reviewBy) changes.push("reviewBy");
  return changes;
}
