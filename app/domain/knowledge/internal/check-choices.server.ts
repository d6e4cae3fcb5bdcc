import type { ArticleAudience } from "~/generated/prisma/enums";
import { invalid } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";

const wrong = (field: string, code = "common:error.invalid") => invalid("common:error.checkFields", { [field]: code });

/** Refuses a category that is gone or archived; held so that it stays until the article is in it. */
export async function checkCategory(ctx: Ctx, categoryId: string): Promise<void> {
  const [row] = await ctx.db.$queryRaw<{ archived: boolean }[]>`
    select archived_at is not null as archived from article_category where id = ${categoryId}::uuid for share`;
  if (!row) throw wrong("categoryId");
  if (row.archived) throw wrong("categoryId", "knowledge:error.categoryArchived");
}

/** Refuses an owner who is not staff, or not there any more. */
export async function checkOwner(ctx: Ctx, ownerId: string | null): Promise<void> {
  if (ownerId === null) return;
  const where = { id: ownerId, role: { not: "customer" }, deactivatedAt: null } as const;
  if (!(await ctx.db.person.findFirst({ where, select: { id: true } }))) throw wrong("ownerId");
}

/** Writes who may read: the organizations count only for the audience of that name, which needs one. */
export async function writeOrganizations(
  ctx: Ctx,
  articleId: string,
  audience: ArticleAudience,
  organizationIds: readonly string[],
): Promise<void> {
  const ids = audience === "organizations" ? [...new Set(organizationIds)] : [];
  if (audience === "organizations" && !ids.length) throw wrong("organizationIds", "knowledge:error.organizations");
  const there = await ctx.db.organization.count({ where: { id: { in: ids } } });
  if (there < ids.length) throw wrong("organizationIds");
  await ctx.db.articleOrganization.deleteMany({ where: { articleId, organizationId: { notIn: ids } } });
  await ctx.db.articleOrganization.createMany({
    data: ids.map((organizationId) => ({ articleId, organizationId })),
    skipDuplicates: true,
  });
}
