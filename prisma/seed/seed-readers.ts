import { createHash } from "node:crypto";
import type { Prisma as Db } from "~/generated/prisma/client";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { comments, deskSearches, popular, type SeedSearch, searches } from "./help-readers";
import { findText } from "./help-texts";
import { idOf, type SeededCompany } from "./seed-company";

const HOUR_MS = 3_600_000;
const DAYS = 75;

/** What readers did: pages opened, votes with and without words, searches, and answers that made a ticket needless. */
export async function seedReaders(ctx: Ctx, company: SeededCompany): Promise<void> {
  await seedViews(ctx);
  await seedVotes(ctx, company);
  await seedSearches(ctx);
  await seedDeflections(ctx);
  await ctx.db.searchView.create({
    data: {
      id: newId(ctx.now.getTime()),
      ownerId: idOf(company.people, "sara"),
      name: "Marchetti, open",
      query: "from:marchetti.example is:open",
      shared: true,
      createdAt: hoursAgo(ctx, 24 * 40),
    },
  });
}

/** A day's views follow the article's popularity, the weekday and chance, the same chance in every installation. */
async function seedViews(ctx: Ctx): Promise<void> {
  const slugs = Object.keys(popular);
  await ctx.db.$executeRaw`
    insert into article_day (article_id, locale, day, views)
    select t.article_id, t.locale, d.day::date, v.views
    from article_text t
    join article_version p on p.id = t.published_version_id
    join article a on a.id = t.article_id and a.audience <> 'agents'
    left join unnest(${slugs}::text[], ${Object.values(popular)}::int[]) as w (slug, views) on w.slug = p.slug
    cross join generate_series(greatest(${hoursAgo(ctx, 24 * DAYS)}::timestamptz, t.published_at), ${ctx.now}, interval '1 day')
      as d (day)
    cross join lateral (select floor(
      coalesce(w.views, 1 + abs(hashtext(p.slug) % 4)) * case when t.locale = a.source_locale then 1 else 0.5 end
        * case when extract(isodow from d.day) > 5 then 0.3 else 1 end
        * (0.5 + abs(hashtext(p.slug || d.day::date) % 100) / 100.0))::int as views) v
    where v.views > 0`;
  await ctx.db.$executeRaw`
    update article a set views = s.views
    from (select article_id, sum(views)::int as views from article_day group by article_id) s where s.article_id = a.id`;
}

async function seedVotes(ctx: Ctx, company: SeededCompany): Promise<void> {
  await ctx.db.$executeRaw`
    insert into article_vote (article_id, reader, locale, helpful, reason, at)
    select a.id, 'guest:' || encode(sha256(convert_to(a.id::text || n, 'UTF8')), 'hex'), a.source_locale, n % 9 > 0,
      case when n % 9 = 0 then (array['not_found', 'unclear', 'outdated', 'other'])[1 + n / 9 % 4] end,
      ${ctx.now}::timestamptz - interval '19 hours' * n - interval '7 minutes' * (abs(hashtext(a.id::text)) % 150)
    from article a cross join generate_series(1, least(a.views / 14, 80)) n
    where a.views > 0`;
  const data: Db.ArticleVoteCreateManyInput[] = [];
  for (const { slug, locale, at, by, reason, comment, done } of comments) {
    const reader = by ? `person:${idOf(company.people, by)}` : `guest:${hash(`${slug} ${comment}`)}`;
    const articleId = await findText(ctx, locale, slug);
    const doneAt = done ? hoursAgo(ctx, at - 40) : null;
    data.push({ articleId, reader, locale, helpful: false, reason, comment, at: hoursAgo(ctx, at), doneAt });
  }
  await ctx.db.articleVote.createMany({ data });
  await ctx.db.$executeRaw`
    update article a set helpful_yes = s.yes, helpful_no = s.no
    from (select article_id, count(*) filter (where helpful) as yes, count(*) filter (where not helpful) as no
      from article_vote group by article_id) s where s.article_id = a.id`;
}

async function seedSearches(ctx: Ctx): Promise<void> {
  const data: Db.SearchIntentionCreateManyInput[] = [];
  for (const search of searches) data.push(...(await intentionsOf(ctx, "portal", search)));
  for (const search of deskSearches) data.push(...(await intentionsOf(ctx, "desk", search)));
  await ctx.db.searchIntention.createMany({ data });
}

/** Six of seven opened what they found, if there is something to open. */
async function intentionsOf(
  ctx: Ctx,
  half: "portal" | "desk",
  { locale, query, times, found, opens }: SeedSearch,
): Promise<Db.SearchIntentionCreateManyInput[]> {
  const opened = opens ? await documentOf(ctx, locale, opens) : null;
  return Array.from({ length: times }, (_, n) => {
    const session = hash(`${half} ${locale} ${query} ${n}`);
    const startedAt = hoursAgo(ctx, 3 + ((Number.parseInt(session.slice(0, 6), 16) + n * 97) % (24 * 60)));
    const updatedAt = new Date(startedAt.getTime() + 9_000);
    return {
      id: newId(startedAt.getTime()),
      half,
      locale,
      query,
      results: found,
      opened: n % 7 < 6 ? opened : null,
      session,
      startedAt,
      updatedAt,
    };
  });
}

async function documentOf(ctx: Ctx, locale: string, slug: string): Promise<string> {
  const articleId = await findText(ctx, locale, slug);
  const { kind } = await ctx.db.article.findUniqueOrThrow({ where: { id: articleId }, select: { kind: true } });
  return `${kind}:${articleId}:${locale}`;
}

/** Guests who read an answer instead of sending a ticket, and some who sent it nevertheless. */
async function seedDeflections(ctx: Ctx): Promise<void> {
  const slugs = Object.keys(popular);
  const data: Db.DeflectionCreateManyInput[] = [];
  for (let n = 0; n < 54; n++) {
    const openedAt = hoursAgo(ctx, 30 + n * 26 + ((n * 7) % 20));
    const outcome = n % 5 < 2 ? "solved" : n % 5 < 4 ? "unasked" : "ticket";
    data.push({
      id: newId(openedAt.getTime()),
      articleId: await findText(ctx, "en", slugs[(n * 3) % slugs.length] ?? ""),
      locale: "en",
      reader: `guest:${hash(`deflected ${n}`)}`,
      openedAt,
      outcome,
      solvedAt: outcome === "solved" ? new Date(openedAt.getTime() + 4 * 60_000) : null,
      ticketAt: outcome === "ticket" ? new Date(openedAt.getTime() + 21 * 60_000) : null,
      settledAt: new Date(openedAt.getTime() + 24 * HOUR_MS),
    });
  }
  await ctx.db.deflection.createMany({ data });
}

const hash = (words: string): string => createHash("sha256").update(words).digest("hex");

const hoursAgo = (ctx: Ctx, hours: number): Date => new Date(ctx.now.getTime() - hours * HOUR_MS);
