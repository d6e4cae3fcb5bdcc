import { createHash } from "node:crypto";
import type { CategoryNode } from "./article-views";

type Facts = Pick<CategoryNode, "parentId" | "slug" | "names" | "descriptions" | "icon" | "needsReview">;

/** A mark of what a category says and where it lies. Another mark means that somebody changed it since. */
export function categoryMark({ parentId, slug, names, descriptions, icon, needsReview }: Facts): string {
  const words = [names, descriptions].map((each) => Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return createHash("sha256")
    .update(JSON.stringify([parentId, slug, words, icon, needsReview]))
    .digest("hex");
}
