import { z } from "zod";
import { MAX_CATEGORY_NAME, MAX_SUMMARY, TEXT_LOCALES } from "../schema";
import { MAX_SLUG, SLUG } from "../slug";
import { readYaml } from "./read-yaml.server";
import { problem } from "./transfer-file";

const texts = (max: number) => z.partialRecord(z.enum(TEXT_LOCALES), z.coerce.string().trim().max(max));
const entry = z.strictObject({
  slug: z.string().trim().regex(SLUG).max(MAX_SLUG),
  parent: z.string().trim().optional(),
  icon: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional(),
  names: texts(MAX_CATEGORY_NAME).refine((names) => Object.values(names).some((name) => name)),
  descriptions: texts(MAX_SUMMARY).optional(),
  needsReview: z.boolean().optional(),
});

export type ReadCategory = z.output<typeof entry>;

/** The list of categories.yaml, parents before their children. */
export function readCategories(text: string): ReadCategory[] {
  const data = readYaml(text) ?? [];
  if (!Array.isArray(data)) throw problem("transfer:error.categoriesList", {}, 1);
  const list = data.map((item: unknown, i) => {
    const result = entry.safeParse(item);
    if (result.success) return result.data;
    const issue = result.error.issues[0]!;
    const key = issue.code === "unrecognized_keys" ? issue.keys[0]! : issue.path.join(".");
    throw problem("transfer:error.category", { number: i + 1, slug: slugOf(item), key }, lineOf(text, i));
  });
  const bySlug = new Map<string, ReadCategory>();
  for (const category of list) {
    if (bySlug.has(category.slug)) throw problem("transfer:error.categoryTwice", { slug: category.slug });
    bySlug.set(category.slug, category);
  }
  return parentsFirst(bySlug);
}

function parentsFirst(bySlug: ReadonlyMap<string, ReadCategory>): ReadCategory[] {
  const done = new Set<ReadCategory>();
  const add = (category: ReadCategory, below: readonly ReadCategory[]) => {
    if (done.has(category)) return;
    if (below.includes(category)) throw problem("transfer:error.categoryCircle", { slug: category.slug });
    const parent = bySlug.get(category.parent ?? "");
    if (parent) add(parent, [...below, category]);
    done.add(category);
  };
  for (const category of bySlug.values()) add(category, []);
  return [...done];
}

const slugOf = (item: unknown): string =>
  typeof item === "object" && item && "slug" in item ? String(item.slug).slice(0, 80) : "";

/** The line on which the i-th item of a list in block style begins; 1 where it cannot be told. */
function lineOf(text: string, index: number): number {
  const starts = text.split("\n").flatMap((line, i) => (/^-\s/.test(line) ? [i + 1] : []));
  return starts[index] ?? 1;
}
