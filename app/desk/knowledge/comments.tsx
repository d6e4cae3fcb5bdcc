import { Form, useLoaderData } from "@remix-run/react";
import { MessageCircle, ThumbsDown, ThumbsUp } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { EmptyState } from "~/components/ui/empty-state";
import { Icon } from "~/components/ui/icon";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { listReaderComments } from "~/domain/insights/list-reader-comments.server";
import { isEditor } from "~/domain/knowledge/policy";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { isLocale, LOCALE_NAMES } from "~/i18n/config";
import { TimeText } from "~/i18n/time-text";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../sheet";
import { KnowledgeTabs } from "./knowledge-tabs";
import { LanguageFilter } from "./language-filter";
import { readId, readLocale } from "./read-filters";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request }) => {
  const query = new URL(request.url).searchParams;
  const done = query.get("show") === "done";
  const [locale, articleId] = [readLocale(query), readId(query, "article")];
  return {
    title: translator(ctx.locale)("knowledge:comments.title"),
    done,
    locale,
    articleId,
    editor: isEditor(ctx.actor),
    page: await listReaderComments(ctx, { done, locale, articleId, after: query.get("after") }),
  };
});

/** What readers wrote with their votes. */
export default function ReaderComments() {
  const { title, done, locale, articleId, editor, page } = useLoaderData<typeof loader>();
  const t = useT();
  const here = (query: Record<string, string | null>) =>
    paths.desk.knowledge("comments", { lang: locale, article: articleId, show: done ? "done" : null, ...query });
  return (
    <Sheet
      title={title}
      lead={t("knowledge:comments.lead")}
      crumbs={[{ href: paths.desk.knowledge(), label: t("knowledge:title") }]}
    >
      <KnowledgeTabs current="comments" />
      <div className="flex flex-wrap items-center gap-3">
        <Tabs
          label={title}
          look="pill"
          items={[false, true].map((wanted) => ({
            href: here({ show: wanted ? "done" : null }),
            label: t(wanted ? "knowledge:comments.done" : "knowledge:comments.open"),
            current: wanted === done,
          }))}
        />
        <Form method="get" className="flex items-center gap-2">
          {done ? <input type="hidden" name="show" value="done" /> : null}
          {articleId ? <input type="hidden" name="article" value={articleId} /> : null}
          <LanguageFilter value={locale} />
          <Button size="sm">{t("knowledge:filter.show")}</Button>
        </Form>
        {articleId ? (
          <a className="small" href={here({ article: null })}>
            {t("knowledge:comments.all")}
          </a>
        ) : null}
      </div>
      <Card>
        {page.rows.length > 0 ? (
          <ul>
            {page.rows.map((said) => (
              <li
                key={`${said.articleId} ${said.reader}`}
                className="flex flex-wrap items-start gap-x-4 gap-y-2 border-t p-(--pad) first:border-t-0"
              >
                <div className="min-w-0 flex-1 basis-72">
                  <p className="flex flex-wrap items-center gap-2">
                    <Chip tone={said.helpful ? "ok" : "warn"} plain>
                      <Icon of={said.helpful ? ThumbsUp : ThumbsDown} size={14} />{" "}
                      {t(said.helpful ? "knowledge:comments.yes" : "knowledge:comments.no")}
                    </Chip>
                    {said.reason ? <span className="muted small">{t(`knowledge:reason.${said.reason}`)}</span> : null}
                    <span className="muted small num">
                      <TimeText at={said.at} /> · {isLocale(said.locale) ? LOCALE_NAMES[said.locale] : said.locale}
                    </span>
                  </p>
                  <p className="mt-1 wrap-anywhere whitespace-pre-line" lang={said.locale}>
                    <bdi>{said.comment}</bdi>
                  </p>
                  <a className="small wrap-anywhere" href={paths.desk.knowledge(said.articleId, { lang: said.locale })}>
                    <bdi>{said.title}</bdi>
                  </a>
                </div>
                {editor ? (
                  <Form method="post" action={paths.desk.knowledge("comments/done")} preventScrollReset>
                    <input type="hidden" name="articleId" value={said.articleId} />
                    <input type="hidden" name="reader" value={said.reader} />
                    {done ? <input type="hidden" name="again" value="yes" /> : null}
                    <Button size="sm">{t(done ? "knowledge:comments.again" : "knowledge:comments.do")}</Button>
                  </Form>
                ) : null}
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState
            icon={MessageCircle}
            title={t(done ? "knowledge:comments.noneDone" : "knowledge:comments.none")}
          />
        )}
        <Pagination
          previous={page.previous ? here({ after: page.previous }) : null}
          next={page.next ? here({ after: page.next }) : null}
        />
      </Card>
    </Sheet>
  );
}
