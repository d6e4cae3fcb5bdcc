import type { LinksFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { BookOpen, Trash2 } from "lucide-react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { SearchInput } from "~/components/ui/search-input";
import { Select } from "~/components/ui/select";
import { Tabs } from "~/components/ui/tabs";
import { ARTICLES_CAP, countArticleStates } from "~/domain/insights/count-article-states.server";
import { ARTICLE_STATES, listArticles } from "~/domain/knowledge/list-articles.server";
import { listCategoryTree } from "~/domain/knowledge/list-category-tree.server";
import { isEditor } from "~/domain/knowledge/policy";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useI18n } from "~/i18n/use-t";
import styles from "~/styles/desk-knowledge.css?url";
import { capped } from "../desk-nav";
import { Sheet } from "../sheet";
import { ArticleTable } from "./article-table";
import { categoryOptions } from "./category-words";
import { KnowledgeTabs } from "./knowledge-tabs";
import { LanguageFilter } from "./language-filter";
import { readChoice, readId, readLocale, readWords } from "./read-filters";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request }) => {
  const query = new URL(request.url).searchParams;
  const filter = {
    state: readChoice(query, "state", ARTICLE_STATES),
    locale: readLocale(query),
    categoryId: readId(query, "category"),
    mine: query.get("mine") === "yes",
    words: readWords(query),
  };
  const [page, tree, counts] = await Promise.all([
    listArticles(ctx, { ...filter, after: query.get("after") }),
    listCategoryTree(ctx),
    countArticleStates(ctx),
  ]);
  return {
    title: translator(ctx.locale)("knowledge:title"),
    filter,
    states: [...ARTICLE_STATES],
    page,
    counts,
    cap: ARTICLES_CAP,
    now: ctx.now,
    categories: categoryOptions(tree, ctx.locale, filter.categoryId),
    editor: isEditor(ctx.actor),
  };
});

/** Every article and FAQ with how each of its languages stands. */
export default function Articles() {
  const { title, filter, states, page, counts, cap, now, categories, editor } = useLoaderData<typeof loader>();
  const { t } = useI18n();
  const { state, locale, categoryId, mine, words } = filter;
  const here = (query: Record<string, string | null>) =>
    paths.desk.knowledge("", {
      state,
      lang: locale,
      category: categoryId,
      mine: mine ? "yes" : null,
      q: words,
      ...query,
    });
  const filtered = Boolean(state || locale || categoryId || mine || words);
  const count = (name: string) => counts[name as keyof typeof counts] as number | undefined;
  return (
    <Sheet
      title={title}
      lead={t("knowledge:lead")}
      actions={
        <span className="flex flex-wrap gap-2">
          <LinkButton size="sm" href={paths.desk.knowledge("new", { kind: "faq", category: categoryId })}>
            {t("knowledge:new.faq")}
          </LinkButton>
          <LinkButton variant="primary" size="sm" href={paths.desk.knowledge("new", { category: categoryId })}>
            {t("knowledge:new.article")}
          </LinkButton>
        </span>
      }
    >
      <KnowledgeTabs current="" />
      {editor && counts.forMe > 0 ? (
        <p>
          <a href={paths.desk.knowledge("reviews")}>
            {t("knowledge:reviews.waiting", { count: counts.forMe })}
            {counts.forMe >= cap ? "+" : null}
          </a>
        </p>
      ) : null}
      <Tabs
        label={t("knowledge:list.states")}
        look="pill"
        items={[null, ...states].map((name) => ({
          href: here({ state: name }),
          label: t(`knowledge:view.${name ?? "all"}`),
          current: name === state,
          count: name && count(name) ? capped(count(name) ?? 0, cap) : undefined,
        }))}
      />
      <Form key={JSON.stringify(filter)} role="search" method="get" className="flex flex-wrap items-center gap-2">
        {state ? <input type="hidden" name="state" value={state} /> : null}
        <div className="min-w-0 flex-1 basis-52">
          <SearchInput
            label={t("knowledge:filter.words")}
            placeholder={t("knowledge:filter.words")}
            defaultValue={words}
          />
        </div>
        <LanguageFilter value={locale} />
        <div className="min-w-0 max-w-72">
          <Select
            name="category"
            label={t("knowledge:filter.category")}
            labelHidden
            defaultValue={categoryId ?? ""}
            placeholder={t("knowledge:filter.anyCategory")}
            options={categories}
          />
        </div>
        <Checkbox name="mine" value="yes" label={t("knowledge:filter.mine")} defaultChecked={mine} />
        <Button size="sm">{t("knowledge:filter.show")}</Button>
      </Form>
      <Card>
        {page.rows.length > 0 ? (
          <ArticleTable caption={title} rows={page.rows} now={now} />
        ) : (
          <EmptyState
            icon={state === "deleted" ? Trash2 : BookOpen}
            title={t(
              state === "deleted"
                ? "knowledge:list.emptyBin"
                : filtered
                  ? "knowledge:list.notFound"
                  : "knowledge:list.empty",
            )}
            action={
              filtered ? (
                <LinkButton size="sm" href={paths.desk.knowledge()}>
                  {t("knowledge:list.clear")}
                </LinkButton>
              ) : undefined
            }
          >
            {filtered ? null : t("knowledge:list.emptyText")}
          </EmptyState>
        )}
        <Pagination
          previous={page.previous ? here({ after: page.previous }) : null}
          next={page.next ? here({ after: page.next }) : null}
        />
      </Card>
    </Sheet>
  );
}
