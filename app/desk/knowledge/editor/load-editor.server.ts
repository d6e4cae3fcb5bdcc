import { listArticleFigures } from "~/domain/insights/list-article-figures.server";
import type { ArticleDetails, TextDetails } from "~/domain/knowledge/article-views";
import { getArticleForDesk } from "~/domain/knowledge/get-article-for-desk.server";
import { getVersionDiff } from "~/domain/knowledge/get-version-diff.server";
import { listCategoryTree } from "~/domain/knowledge/list-category-tree.server";
import { previewText } from "~/domain/knowledge/preview-text.server";
import type { PersonCtx } from "~/http/ctx.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { categoryPath } from "../category-words";
import { readChoice, readLocale } from "../read-filters";
import { textState } from "../text-state";
import { type Side, SIDES, type Source } from "./beside-pane";
import type { EditorText, EditorView } from "./editor-view";

const DAYS = 30;
type Args = { request: Request; params: Readonly<Record<string, string | undefined>> };

/** Everything the editor's page draws of one language of an article. */
export async function loadEditor(ctx: PersonCtx, { request, params }: Args): Promise<EditorView> {
  const query = new URL(request.url).searchParams;
  const articleId = idParam(params, "articleId");
  const article = await getArticleForDesk(ctx, { articleId, locale: readLocale(query) });
  const locale = readLocale(query) ?? article.sourceLocale;
  const { text } = article;
  const sides = sidesOf(text);
  const wanted = readChoice(query, "side", SIDES) ?? "preview";
  const side = sides.includes(wanted) ? wanted : "preview";
  const [tree, figures, source, changes, html] = [
    await listCategoryTree(ctx),
    await listArticleFigures(ctx, { articleIds: [articleId], days: DAYS }),
    side === "source" ? await readSource(ctx, articleId, text) : null,
    side === "changes" ? await readChanges(ctx, articleId, text) : null,
    text ? (await previewText(ctx, { articleId, locale, markdown: text.draft.markdown })).html : "",
  ];
  const title = text?.draft.title || (article.texts.find((one) => one.title)?.title ?? "");
  return {
    title,
    locale,
    sourceLocale: article.sourceLocale,
    facts: factsOf(article, categoryPath(tree, article.categoryId, ctx.locale)),
    states: Object.fromEntries(article.texts.map((one) => [one.locale, textState(one)])),
    deleted: article.deletedAt !== null,
    purgeAt: article.purgeAt?.toISOString() ?? null,
    may: article.may,
    text: text && textOf(article, text, html),
    side,
    sides,
    source,
    changes,
    pictures: article.images,
    related: article.related.map(({ id, name, chosen, published }) => ({ id, title: name, chosen, published })),
    figures: figures[0] ?? { articleId, views: 0, yes: 0, no: 0, deflected: 0 },
    days: DAYS,
  };
}

function sidesOf(text: TextDetails | null): Side[] {
  if (!text?.source) return ["preview"];
  const { version, followed } = text.source;
  const moved = version !== null && followed !== null && followed !== version;
  return moved ? ["preview", "source", "changes"] : ["preview", "source"];
}

async function readSource(ctx: PersonCtx, articleId: string, text: TextDetails | null): Promise<Source | null> {
  if (!text?.source) return null;
  const { locale, title, markdown } = text.source;
  const { html } = await previewText(ctx, { articleId, locale, markdown });
  return { locale, title, markdown, html };
}

async function readChanges(ctx: PersonCtx, articleId: string, text: TextDetails | null) {
  const source = text?.source;
  if (!source?.version || !source.followed) return null;
  const { locale, followed: from, version: to } = source;
  return { locale, fields: (await getVersionDiff(ctx, { articleId, locale, from, to })).fields };
}

function factsOf(article: ArticleDetails, category: string): EditorView["facts"] {
  const { id, kind, categoryId, audience, organizations, owner, createdBy, createdAt, reviewBy } = article;
  return {
    id,
    kind,
    categoryId,
    category,
    audience,
    organizations: organizations.map(({ name }) => name),
    owner: owner?.name ?? null,
    createdBy: createdBy?.name ?? null,
    createdAt: createdAt.toISOString(),
    reviewBy: reviewBy?.toISOString() ?? null,
    reviewDue: article.reviewDue,
    needsReview: article.needsReview,
    ticketNumber: article.ticketNumber,
  };
}

function textOf(article: ArticleDetails, text: TextDetails, html: string): EditorText {
  const { locale, draft, slug, version } = text;
  const { savedAt, savedBy: _savedBy, ...words } = draft;
  const summary = article.texts.find((one) => one.locale === locale);
  const address = article.kind === "faq" ? paths.helpFaq : paths.helpArticle;
  return {
    edited: {
      ...words,
      articleId: article.id,
      locale,
      savedAt: savedAt.toISOString(),
      question: article.kind === "faq",
    },
    html,
    publication: {
      state: textState(summary),
      work: text.work,
      version,
      updatedAt: text.updatedAt?.toISOString() ?? null,
      publishedAt: text.publishedAt?.toISOString() ?? null,
      publishAt: text.publishAt?.toISOString() ?? null,
      unpublishAt: text.unpublishAt?.toISOString() ?? null,
      href: version !== null && slug ? address(locale, slug) : null,
    },
    versions: text.versions,
    review: text.review && { ...text.review, requestedAt: text.review.requestedAt.toISOString() },
    verdict: text.verdict && { ...text.verdict, decidedAt: text.verdict.decidedAt.toISOString() },
    marks: text.marks,
    staleSince: text.staleSince?.toISOString() ?? null,
  };
}
