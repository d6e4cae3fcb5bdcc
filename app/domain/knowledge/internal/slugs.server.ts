import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { MAX_SLUG, slugify } from "../slug";
import type { LockedArticle, LockedText } from "./locked-article.server";

type Owner = Pick<LockedText, "id" | "locale">;

/**
 * The address a draft would be published at: the one typed, else the one it has, else one made of the title that no other
 * article has in any language: readers without a translation get another language's text at its address.
 */
export async function chooseSlug(ctx: Ctx, article: LockedArticle, text: LockedText): Promise<string> {
  if (text.draft.slug) return text.draft.slug;
  const own = await ctx.db.articleSlug.findFirst({ where: { textId: text.id, current: true }, select: { slug: true } });
  if (own) return own.slug;
  const words = slugify(text.draft.title) || text.id.slice(-12);
  const taken = await ctx.db.articleSlug.findMany({
    where: { slug: { startsWith: words.slice(0, MAX_SLUG - 4) }, text: { articleId: { not: article.id } } },
    select: { slug: true },
  });
  return firstFree(words, new Set(taken.map(({ slug }) => slug)));
}

function firstFree(words: string, taken: ReadonlySet<string>): string {
  if (!taken.has(words)) return words;
  for (let n = 2; ; n++) {
    const slug = `${words.slice(0, MAX_SLUG - 1 - String(n).length).replace(/-+$/, "")}-${n}`;
    if (!taken.has(slug)) return slug;
  }
}

/**
 * Takes an address for a text: of two who take the same at once the second waits and gets the conflict
 * `knowledge:error.slugTaken`. An address that a text ever had stays its own.
 */
export async function claimSlug(ctx: Ctx, text: Owner, slug: string): Promise<void> {
  await ctx.db.$executeRaw`
    insert into article_slug (locale, slug, text_id, current, created_at)
    values (${text.locale}, ${slug}, ${text.id}::uuid, false, ${ctx.now})
    on conflict (locale, slug) do nothing`;
  const [taken] = await ctx.db.$queryRaw<{ title: string }[]>`
    select coalesce(v.title, d.title) as title from article_slug s
    join article_text t on t.id = s.text_id
    left join article_version v on v.id = t.published_version_id
    left join article_draft d on d.text_id = t.id
    where s.locale = ${text.locale} and s.slug = ${slug} and s.text_id <> ${text.id}::uuid`;
  if (taken) throw conflict("knowledge:error.slugTaken", { slug, title: taken.title });
}

/** Makes an address that the text has claimed the one that pages link to; the others redirect. */
export async function makeSlugCurrent(ctx: Ctx, text: Owner, slug: string): Promise<void> {
  const where = { textId: text.id };
  await ctx.db.articleSlug.updateMany({
    where: { ...where, current: true, slug: { not: slug } },
    data: { current: false },
  });
  await ctx.db.articleSlug.updateMany({ where: { ...where, slug }, data: { current: true } });
}

/** Gives up an address that was claimed for a publication which never came. */
export async function releaseSlug(ctx: Ctx, text: Owner, slug: string): Promise<void> {
  await ctx.db.$executeRaw`
    delete from article_slug s using article_text t
    where t.id = s.text_id and s.text_id = ${text.id}::uuid and s.slug = ${slug} and not s.current
      and (t.updated_at is null or s.created_at > t.updated_at)`;
}
