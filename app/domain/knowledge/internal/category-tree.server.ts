import { invalid, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { markChanged } from "~/platform/search-changes.server";
import { MAX_CATEGORY_LEVELS, type CategoryForm } from "../schema";
import { slugify } from "../slug";

type Node = { id: string; parentId: string | null; position: number; slug: string; archivedAt: Date | null };

const refused = (field: string, code: string) => invalid("common:error.checkFields", { [field]: code });

/** Holds the tree of categories until the transaction ends, and reads its shape in order. */
export async function lockTree(ctx: Ctx): Promise<Map<string, Node>> {
  await ctx.db.$executeRaw`select pg_advisory_xact_lock(hashtext('article_category'))`;
  const nodes = await ctx.db.articleCategory.findMany({
    select: { id: true, parentId: true, position: true, slug: true, archivedAt: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return new Map(nodes.map((node) => [node.id, node]));
}

export function nodeOf(tree: Map<string, Node>, id: string): Node {
  const node = tree.get(id);
  if (!node) throw notFound();
  return node;
}

export const childrenOf = (tree: Map<string, Node>, parentId: string | null): Node[] =>
  [...tree.values()].filter((node) => node.parentId === parentId);

/** Refuses a place that is gone, archived, inside the moved branch itself or too deep for its levels. */
export function assertPlace(tree: Map<string, Node>, parentId: string | null, moved: string | null): void {
  let depth = 1;
  for (let id = parentId; id !== null; depth++) {
    const node = tree.get(id);
    if (!node) throw refused("parentId", "common:error.invalid");
    if (node.archivedAt) throw refused("parentId", "knowledge:error.categoryArchived");
    if (id === moved) throw refused("parentId", "knowledge:error.categoryCircle");
    id = node.parentId;
  }
  const below = moved ? levelsOf(tree, moved) : 1;
  if (depth - 1 + below > MAX_CATEGORY_LEVELS) throw refused("parentId", "knowledge:error.categoryDepth");
}

const levelsOf = (tree: Map<string, Node>, id: string): number =>
  1 + Math.max(0, ...childrenOf(tree, id).map((child) => levelsOf(tree, child.id)));

/** The columns of a category as typed; its address is made of its name when it has none. Refuses no name, a taken address. */
export async function readCategoryForm(ctx: Ctx, form: CategoryForm, own: string | null) {
  const given = Object.fromEntries(Object.entries(form.names).filter(([, name]) => name));
  const first = given["en"] ?? Object.values(given)[0];
  if (!first) throw refused("names", "knowledge:error.categoryName");
  const slug = form.slug || slugify(first) || "topic";
  const taken = await ctx.db.articleCategory.findUnique({ where: { slug }, select: { id: true } });
  if (taken && taken.id !== own) throw refused("slug", "knowledge:error.categorySlugTaken");
  const descriptions = Object.fromEntries(Object.entries(form.descriptions).filter(([, text]) => text));
  return { slug, names: given, descriptions, icon: form.icon, needsReview: form.needsReview };
}

/** Marks what is published in a category, or below it, as seen differently by readers from now on. */
export async function markCategoryChanged(ctx: Ctx, categoryId: string): Promise<void> {
  const articles = await ctx.db.$queryRaw<{ id: string }[]>(Prisma.sql`
    with recursive down as (
      select ${categoryId}::uuid as id
      union select c.id from article_category c join down on c.parent_id = down.id
    ) select distinct a.id::text from article a join down on down.id = a.category_id
      join article_text t on t.article_id = a.id and t.published_version_id is not null
      where a.deleted_at is null`);
  for (const { id } of articles) markChanged(ctx, "article", id);
}
