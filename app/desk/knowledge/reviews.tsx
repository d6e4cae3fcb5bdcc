import { useLoaderData } from "@remix-run/react";
import { Eye } from "lucide-react";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import type { ReviewRow } from "~/domain/knowledge/article-views";
import { listReviewsForMe } from "~/domain/knowledge/list-reviews-for-me.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { editorLoader } from "~/http/route.server";
import { LOCALE_NAMES } from "~/i18n/config";
import { TimeText } from "~/i18n/time-text";
import { translator } from "~/i18n/t.server";
import { useI18n } from "~/i18n/use-t";
import { Sheet } from "../sheet";
import { categoryName } from "./category-words";

export const meta = pageTitle;

export const loader = editorLoader(async (ctx, { request }) => ({
  title: translator(ctx.locale)("knowledge:reviews.title"),
  page: await listReviewsForMe(ctx, new URL(request.url).searchParams.get("after")),
}));

/** Texts of others that wait for a second pair of eyes, longest waiting first. */
export default function Reviews() {
  const { title, page } = useLoaderData<typeof loader>();
  const { t, locale } = useI18n();
  const at = (after: string | null) => (after ? paths.desk.knowledge("reviews", { after }) : null);
  return (
    <Sheet
      title={title}
      lead={t("knowledge:reviews.lead")}
      crumbs={[{ href: paths.desk.knowledge(), label: t("knowledge:title") }]}
    >
      <Card>
        {page.rows.length > 0 ? (
          <Table<ReviewRow>
            caption={title}
            rows={page.rows}
            rowKey={({ reviewId }) => reviewId}
            columns={[
              {
                label: t("knowledge:col.title"),
                heading: true,
                cell: (row) => (
                  <a
                    className="wrap-anywhere"
                    href={paths.desk.knowledge(`${row.articleId}/review`, { lang: row.locale })}
                  >
                    <bdi lang={row.locale}>{row.title}</bdi>
                  </a>
                ),
              },
              { label: t("knowledge:filter.language"), cell: (row) => LOCALE_NAMES[row.locale] },
              {
                label: t("knowledge:col.category"),
                cell: (row) => <bdi className="wrap-anywhere">{categoryName(row.categoryNames, locale)}</bdi>,
              },
              { label: t("knowledge:reviews.by"), cell: (row) => <bdi>{row.requestedBy?.name ?? "—"}</bdi> },
              {
                label: t("knowledge:reviews.since"),
                end: true,
                cell: (row) => <TimeText className="num" at={row.requestedAt} style="dated" />,
              },
            ]}
          />
        ) : (
          <EmptyState icon={Eye} title={t("knowledge:reviews.empty")} />
        )}
        <Pagination previous={at(page.previous)} next={at(page.next)} />
      </Card>
    </Sheet>
  );
}
