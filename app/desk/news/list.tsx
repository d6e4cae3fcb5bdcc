import { useLoaderData } from "@remix-run/react";
import { Megaphone } from "lucide-react";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { type Column, Table } from "~/components/ui/table";
import { listDeskNews } from "~/domain/knowledge/list-desk-news.server";
import { mayWriteNews } from "~/domain/knowledge/news-policy";
import type { DeskNewsRow } from "~/domain/knowledge/news-views";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import { KnowledgeTabs } from "../knowledge/knowledge-tabs";
import { Sheet } from "../sheet";
import { StateChip } from "./state-chip";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request }) => ({
  title: translator(ctx.locale)("news:title"),
  writes: mayWriteNews(ctx.actor),
  page: await listDeskNews(ctx, new URL(request.url).searchParams.get("after")),
}));

/** News and known problems in every state, newest first. */
export default function NewsList() {
  const { title, writes, page } = useLoaderData<typeof loader>();
  const t = useT();
  const at = (after: string | null) => (after ? paths.desk.news("", { after }) : null);
  const columns: Column<DeskNewsRow>[] = [
    {
      label: t("news:field.title"),
      heading: true,
      cell: ({ id, title }) => (
        <a className="wrap-anywhere" href={paths.desk.news(id)}>
          <bdi>{title}</bdi>
        </a>
      ),
    },
    {
      label: t("news:field.kind"),
      cell: ({ kind }) => <span className="whitespace-nowrap">{t(`news:kind.${kind}`)}</span>,
    },
    { label: t("news:field.state"), cell: ({ state }) => <StateChip state={state} /> },
    {
      label: t("news:field.languages"),
      cell: ({ languages }) => <span className="num uppercase whitespace-nowrap">{languages.join(" ")}</span>,
    },
    { label: t("knowledge:field.audience"), cell: ({ audience }) => t(`knowledge:audience.${audience}`) },
    { label: t("news:field.followers"), end: true, cell: ({ followers }) => followers },
    {
      label: t("news:field.published"),
      end: true,
      cell: ({ publishedAt }) =>
        publishedAt ? (
          <span className="whitespace-nowrap">
            <TimeText at={publishedAt} style="dated" />
          </span>
        ) : (
          ""
        ),
    },
  ];
  const add = (
    <LinkButton variant="primary" size="sm" href={paths.desk.news("new")}>
      {t("news:new")}
    </LinkButton>
  );
  return (
    <Sheet title={title} lead={t("news:lead")} actions={writes ? add : null}>
      <KnowledgeTabs current="news" />
      <Card>
        {page.rows.length > 0 ? (
          <>
            <Table caption={title} columns={columns} rows={page.rows} rowKey={({ id }) => id} />
            <Pagination previous={at(page.previous)} next={at(page.next)} />
          </>
        ) : (
          <EmptyState icon={Megaphone} title={t("news:empty")}>
            {t("news:emptyText")}
          </EmptyState>
        )}
      </Card>
    </Sheet>
  );
}
