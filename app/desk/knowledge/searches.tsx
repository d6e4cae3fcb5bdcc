import { Form, useLoaderData } from "@remix-run/react";
import { SearchX } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Select } from "~/components/ui/select";
import { type Column, Table } from "~/components/ui/table";
import { countSearches } from "~/domain/insights/count-searches.server";
import { PERIODS, SEARCH_OUTCOMES, type SearchRow } from "~/domain/insights/knowledge-views";
import { listSearches } from "~/domain/insights/list-searches.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { editorLoader } from "~/http/route.server";
import { isLocale, LOCALE_NAMES } from "~/i18n/config";
import { TimeText } from "~/i18n/time-text";
import { translator } from "~/i18n/t.server";
import { useI18n } from "~/i18n/use-t";
import { Sheet } from "../sheet";
import { KnowledgeTabs } from "./knowledge-tabs";
import { LanguageFilter } from "./language-filter";
import { openedHref } from "./opened-href";
import { readChoice, readLocale, readPeriod } from "./read-filters";
import { SearchKpis } from "./search-kpis";

const HALVES = ["portal", "desk"] as const;

export const meta = pageTitle;

export const loader = editorLoader(async (ctx, { request }) => {
  const query = new URL(request.url).searchParams;
  const filter = {
    half: readChoice(query, "half", HALVES),
    locale: readLocale(query),
    outcome: readChoice(query, "outcome", SEARCH_OUTCOMES),
    days: readPeriod(query),
  };
  const [page, figures] = [
    await listSearches(ctx, { ...filter, after: query.get("after") }),
    await countSearches(ctx, filter),
  ];
  return { title: translator(ctx.locale)("knowledge:searches.title"), filter, page, figures };
});

/** What was searched for, one line per intention, with what came of it. */
export default function SearchLog() {
  const { title, filter, page, figures } = useLoaderData<typeof loader>();
  const { t } = useI18n();
  const at = (after: string | null) =>
    after
      ? paths.desk.knowledge("searches", {
          half: filter.half,
          lang: filter.locale,
          outcome: filter.outcome,
          days: filter.days === 30 ? null : filter.days,
          after,
        })
      : null;
  const columns: Column<(typeof page.rows)[number]>[] = [
    {
      label: t("knowledge:searches.query"),
      heading: true,
      cell: ({ query, locale }) => (
        <bdi lang={locale} className="wrap-anywhere">
          {query}
        </bdi>
      ),
    },
    {
      label: t("knowledge:searches.results"),
      end: true,
      cell: ({ results }) =>
        results ? <span className="num">{results}</span> : <Chip tone="warn">{t("knowledge:searches.nothing")}</Chip>,
    },
    { label: t("knowledge:searches.opened"), cell: (row) => <Opened row={row} /> },
    { label: t("knowledge:filter.language"), cell: ({ locale }) => (isLocale(locale) ? LOCALE_NAMES[locale] : locale) },
    { label: t("knowledge:searches.half"), cell: ({ half }) => t(`knowledge:half.${half}`) },
    {
      label: t("knowledge:searches.at"),
      end: true,
      cell: ({ startedAt }) => <TimeText className="num" at={startedAt} style="dated" />,
    },
  ];
  return (
    <Sheet
      title={title}
      lead={t("knowledge:searches.lead")}
      crumbs={[{ href: paths.desk.knowledge(), label: t("knowledge:title") }]}
    >
      <KnowledgeTabs current="searches" />
      <Form method="get" className="flex flex-wrap items-center gap-2">
        <Select
          name="half"
          label={t("knowledge:searches.half")}
          labelHidden
          defaultValue={filter.half ?? ""}
          placeholder={t("knowledge:half.both")}
          options={HALVES.map((half) => ({ value: half, label: t(`knowledge:half.${half}`) }))}
        />
        <LanguageFilter value={filter.locale} />
        <Select
          name="outcome"
          label={t("knowledge:searches.outcome")}
          labelHidden
          defaultValue={filter.outcome ?? ""}
          placeholder={t("knowledge:outcome.any")}
          options={SEARCH_OUTCOMES.map((value) => ({ value, label: t(`knowledge:outcome.${value}`) }))}
        />
        <Select
          name="days"
          label={t("knowledge:filter.period")}
          labelHidden
          defaultValue={String(filter.days)}
          options={PERIODS.map((days) => ({ value: String(days), label: t("knowledge:filter.days", { count: days }) }))}
        />
        <Button size="sm">{t("knowledge:filter.show")}</Button>
      </Form>
      <SearchKpis figures={figures} />
      <Card>
        {page.rows.length > 0 ? (
          <>
            <Table caption={title} columns={columns} rows={page.rows} rowKey={({ id }) => id} />
            <Pagination previous={at(page.previous)} next={at(page.next)} />
          </>
        ) : (
          <EmptyState icon={SearchX} title={t("knowledge:searches.empty")}>
            {t("knowledge:searches.emptyText")}
          </EmptyState>
        )}
      </Card>
    </Sheet>
  );
}

function Opened({ row }: { row: Pick<SearchRow, "opened" | "openedTitle" | "locale"> }) {
  const { t } = useI18n();
  if (!row.opened) return <span className="faint">{t("knowledge:searches.notOpened")}</span>;
  const href = openedHref(row.opened, row.locale);
  const words = row.openedTitle || t("knowledge:searches.document");
  return href ? (
    <a className="wrap-anywhere" href={href}>
      <bdi>{words}</bdi>
    </a>
  ) : (
    <bdi>{words}</bdi>
  );
}
