import { useLoaderData } from "@remix-run/react";
import { Link2 } from "lucide-react";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import type { BrokenLinkRow } from "~/domain/knowledge/article-views";
import { listBrokenLinks } from "~/domain/knowledge/list-broken-links.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { LOCALE_NAMES } from "~/i18n/config";
import { TimeText } from "~/i18n/time-text";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../sheet";
import { KnowledgeTabs } from "./knowledge-tabs";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request }) => ({
  title: translator(ctx.locale)("knowledge:links.title"),
  page: await listBrokenLinks(ctx, new URL(request.url).searchParams.get("after")),
}));

/** Links of published texts that lead nowhere, broken longest first. */
export default function BrokenLinks() {
  const { title, page } = useLoaderData<typeof loader>();
  const t = useT();
  const at = (after: string | null) => (after ? paths.desk.knowledge("links", { after }) : null);
  return (
    <Sheet
      title={title}
      lead={t("knowledge:links.lead")}
      crumbs={[{ href: paths.desk.knowledge(), label: t("knowledge:title") }]}
    >
      <KnowledgeTabs current="links" />
      <Card>
        {page.rows.length > 0 ? (
          <Table<BrokenLinkRow>
            caption={title}
            rows={page.rows}
            rowKey={({ textId, url }) => `${textId} ${url}`}
            columns={[
              {
                label: t("knowledge:links.url"),
                heading: true,
                cell: ({ url }) => <bdi className="wrap-anywhere">{url}</bdi>,
              },
              {
                label: t("knowledge:links.in"),
                cell: ({ articleId, locale, title }) => (
                  <a className="wrap-anywhere" href={paths.desk.knowledge(articleId, { lang: locale })}>
                    <bdi lang={locale}>{title}</bdi> <span className="muted">({LOCALE_NAMES[locale]})</span>
                  </a>
                ),
              },
              {
                label: t("knowledge:links.result"),
                cell: ({ result, status }) => (
                  <Chip tone="danger">
                    {t(`knowledge:links.${result}`)}
                    {status ? ` ${status}` : null}
                  </Chip>
                ),
              },
              {
                label: t("knowledge:links.since"),
                end: true,
                cell: ({ brokenSince }) => <TimeText className="num" at={brokenSince} style="date" />,
              },
              {
                label: t("knowledge:links.checked"),
                end: true,
                cell: ({ checkedAt }) => <TimeText className="num" at={checkedAt} />,
              },
            ]}
          />
        ) : (
          <EmptyState icon={Link2} title={t("knowledge:links.empty")} />
        )}
        <Pagination previous={at(page.previous)} next={at(page.next)} />
      </Card>
    </Sheet>
  );
}
