import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/ui/button";
import { getDeskNews } from "~/domain/knowledge/get-desk-news.server";
import { listCategoryTree } from "~/domain/knowledge/list-category-tree.server";
import { mayWriteNews } from "~/domain/knowledge/news-policy";
import { seenNewsRevision } from "~/domain/knowledge/news-schema";
import { saveNews } from "~/domain/knowledge/save-news.server";
import { parse, readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { agentLoader, editorAction } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { useI18n } from "~/i18n/use-t";
import { categoryOptions } from "../knowledge/category-words";
import { Sheet } from "../sheet";
import { NewsActs } from "./news-acts";
import { findOrganizations } from "./find-organizations.server";
import type { NewsAnswer } from "./news-fields";
import { readNewsForm } from "./read-news-form.server";
import { StateChip } from "./state-chip";
import { UpdateList } from "./update-list";
import { WordsForm } from "./words-form";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { params }) => {
  const news = await getDeskNews(ctx, idParam(params, "newsId"));
  const title = news.texts[ctx.locale]?.title ?? news.texts.en?.title ?? Object.values(news.texts)[0]?.title ?? "—";
  return {
    title,
    news,
    writes: mayWriteNews(ctx.actor),
    topics: categoryOptions(await listCategoryTree(ctx), ctx.locale, news.topicId),
  };
});

export const action = editorAction(async (ctx, { request, params }) => {
  const newsId = idParam(params, "newsId");
  const form = await readForm(ctx, request);
  if (form.has("find")) return findOrganizations(ctx, request, form);
  const seen = { newsId, revision: parse(seenNewsRevision, form.get("revision")) };
  const { revision } = await saveNews(ctx, seen, readNewsForm(form));
  return redirectWithToast(paths.desk.news(newsId, { saved: revision }), { key: "desk:toast.saved" });
});

/** After a conflict the page learns what is saved now: saving once more is meant. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

/** News with its state, its words and its updates; who may not write reads it on its page. */
export default function EditNews() {
  const { title, news, writes, topics } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as NewsAnswer | undefined;
  const { t, locale } = useI18n();
  const out = news.state === "published" || news.state === "solved";
  return (
    <Sheet
      slim
      title={<bdi>{title}</bdi>}
      crumbs={[{ href: paths.desk.news(), label: t("news:title") }]}
      actions={
        <>
          <StateChip state={news.state} />
          {out ? (
            <LinkButton size="sm" href={paths.helpNews(locale, news.slug)}>
              {t("news:view")}
            </LinkButton>
          ) : null}
        </>
      }
    >
      <NewsActs news={news} writes={writes} />
      {out ? <UpdateList news={news} writes={writes} /> : null}
      {writes ? <WordsForm key={news.id} news={news} topics={topics} answer={answer} /> : null}
    </Sheet>
  );
}
