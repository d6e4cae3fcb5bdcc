import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { forStrangers } from "./internal/for-strangers.server";
import { inLanguage, LINK, readerText } from "./internal/reader-sql.server";
import type { HelpFaqTopic } from "./reader-views";
import { visibleArticles } from "./visible.server";

/** Questions shown of one topic, whose page has them all, and topics with questions. */
const PER_TOPIC = Prisma.raw("limit 12");
const TOPICS = Prisma.raw("limit 20");

/** Frequent questions with their answers by topic, in the order of the topics. */
export const listFaqs = (ctx: Ctx): Promise<HelpFaqTopic[]> => forStrangers(ctx, "faqs", () => readFaqs(ctx));

async function readFaqs(ctx: Ctx): Promise<HelpFaqTopic[]> {
  const { actor, locale } = ctx;
  const rows = await ctx.db.$queryRaw<HelpFaqTopic[]>(
    prepared(Prisma.sql`
    with recursive placed as (
      select c.id, c.slug, c.names, array[c.position] as place
      from article_category c where c.parent_id is null and c.archived_at is null
      union all
      select c.id, c.slug, c.names, placed.place || c.position
      from placed join article_category c on c.parent_id = placed.id
      where c.archived_at is null
    ), shown as (
      select c.* from placed c
      cross join lateral (
        select from article a where a.category_id = c.id and ${readableFaq(actor)}
        order by a.position, a.id limit 1
      ) one
      order by c.place, c.id ${TOPICS}
    )
    select c.slug, ${inLanguage(Prisma.sql`c.names`, locale)} as name, (
      select json_agg(json_build_object(${LINK}, 'html', v.html) order by a.position, a.id)
      from (
        select a.* from article a where a.category_id = c.id and ${readableFaq(actor)}
        order by a.position, a.id ${PER_TOPIC}
      ) a ${readerText(locale)}) as faqs
    from shown c
    order by c.place, c.id`),
  );
  return rows;
}

const readableFaq = (actor: Ctx["actor"]) => Prisma.sql`a.kind = 'faq' and ${visibleArticles(actor)}
  and exists (select from article_text t where t.article_id = a.id and t.published_version_id is not null)`;
