import type { ArticleAudience } from "~/generated/prisma/enums";
import type { Ctx, PersonActor } from "~/platform/ctx.server";
import { requireStaff } from "./policy";
import { visibleArticles } from "./visible.server";

export type AnswerText = {
  articleId: string;
  locale: string;
  kind: "article" | "faq";
  title: string;
  slug: string;
  /** The words alone, one block a line. */
  plain: string;
  audience: ArticleAudience;
  /** The customer may open it, signed in where that is asked for. */
  openable: boolean;
};

/** Published texts for an agent who answers this customer, of those asked for that are still there; in any order. */
export function listAnswerTexts(
  ctx: Ctx,
  { texts, customerId }: { texts: readonly { articleId: string; locale: string }[]; customerId: string },
): Promise<AnswerText[]> {
  requireStaff(ctx.actor);
  const customer: PersonActor = {
    kind: "person",
    personId: customerId,
    role: "customer",
    sharedOrganizationId: null,
    queueIds: [],
  };
  return ctx.db.$queryRaw<AnswerText[]>`
    select a.id::text as "articleId", tx.locale, a.kind::text as kind, v.title, s.slug, v.plain,
      a.audience::text as audience, ${visibleArticles(customer)} as openable
    from unnest(${texts.map(({ articleId }) => articleId)}::uuid[], ${texts.map(({ locale }) => locale)}::text[]) as asked(id, locale)
    join article a on a.id = asked.id
    join article_text tx on tx.article_id = a.id and tx.locale = asked.locale
    join article_version v on v.id = tx.published_version_id
    join article_slug s on s.text_id = tx.id and s.current
    where ${visibleArticles(ctx.actor)}`;
}
