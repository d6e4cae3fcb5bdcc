import { useLoaderData } from "@remix-run/react";
import { Breadcrumb } from "~/components/ui/breadcrumb";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { listNews } from "~/domain/knowledge/list-news.server";
import { absoluteUrl } from "~/http/absolute-url.server";
import { getCompany } from "~/http/company.server";
import { paths } from "~/http/paths";
import { LOCALES } from "~/i18n/config";
import { translator } from "~/i18n/t.server";
import { useI18n } from "~/i18n/use-t";
import { everyLanguage } from "../help/head.server";
import { helpLoader } from "../help/help-loader.server";
import { NewsRows } from "./news-rows";

export { helpHeaders as headers, helpMeta as meta } from "../help/help-head";

export const loader = helpLoader(async (ctx, { request }) => {
  const t = translator(ctx.locale);
  const after = new URL(request.url).searchParams.get("after");
  const company = await getCompany(ctx);
  return {
    head: {
      title: t("help:news.title"),
      description: t("help:news.lead", { company: company.name }),
      canonical: absoluteUrl(paths.helpNews(ctx.locale)),
      languages: everyLanguage((lang) => paths.helpNews(lang)),
      kind: "website" as const,
      data: [],
    },
    languageHrefs: Object.fromEntries(LOCALES.map((locale) => [locale, paths.helpNews(locale)])),
    zone: company.timeZone,
    news: await listNews(ctx, after),
  };
});

/** News and known problems, newest first. */
export default function NewsList() {
  const { news, zone } = useLoaderData<typeof loader>();
  const { t, locale } = useI18n();
  const at = (after: string | null) => (after ? paths.helpNews(locale, "", { after }) : null);
  return (
    <div className="page slim">
      <Breadcrumb items={[{ href: paths.help(locale), label: t("help:title") }]} />
      <div className="page-head">
        <h1>{t("help:news.title")}</h1>
      </div>
      <Card>
        {news.rows.length > 0 ? (
          <NewsRows news={news.rows} zone={zone} />
        ) : (
          <EmptyState title={t("help:news.empty")}>{t("help:news.emptyText")}</EmptyState>
        )}
      </Card>
      <Pagination previous={at(news.previous)} next={at(news.next)} />
    </div>
  );
}
