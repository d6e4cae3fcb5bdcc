import { Form, useLoaderData } from "@remix-run/react";
import { FileQuestion } from "lucide-react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { SearchInput } from "~/components/ui/search-input";
import { Tabs } from "~/components/ui/tabs";
import { getImport } from "~/domain/knowledge/transfer/get-import.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { editorLoader } from "~/http/route.server";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { useLookAgain } from "../../use-look-again";
import { ImportBanner } from "./import-banner";
import { FILTERS, pageOfReport, type ReportPage } from "./report-page";
import { ReportTable } from "./report-table";

export const meta = pageTitle;

export const loader = editorLoader(async (ctx, { request, params }) => {
  const { report, ...view } = await getImport(ctx, idParam(params, "importId"));
  const query = new URL(request.url).searchParams;
  const filter = FILTERS.find((name) => name === query.get("show")) ?? "all";
  const q = (query.get("q") ?? "").slice(0, 100).replaceAll("\0", "");
  const from = Math.max(0, Math.trunc(Number(query.get("from"))) || 0);
  return {
    title: view.name,
    view,
    filter,
    q,
    dryRun: report?.dryRun ?? true,
    page: report && pageOfReport(report, { filter, q, from }),
  };
});

/** An import: what would happen with each file, how far it is, and what has happened. */
export default function Import() {
  const { title, view, filter, q, dryRun, page } = useLoaderData<typeof loader>();
  const t = useT();
  const working = view.state === "checking" || view.state === "importing";
  useLookAgain(working);
  const here = (query: Record<string, string | number | null>) =>
    paths.desk.knowledge(`transfer/${view.id}`, { show: filter === "all" ? null : filter, q: q || null, ...query });
  const at = (from: number | null) => (from === null ? null : here({ from: from || null }));
  return (
    <Sheet
      title={<bdi>{title}</bdi>}
      lead={
        <>
          {t("transfer:report.of", { name: view.by })} <TimeText at={view.createdAt} style="dated" />
        </>
      }
      crumbs={[
        { href: paths.desk.knowledge(), label: t("knowledge:title") },
        { href: paths.desk.knowledge("transfer"), label: t("transfer:title") },
      ]}
      actions={
        view.state === "importing" ? undefined : (
          <>
            {view.state === "ready" ? null : (
              <LinkButton size="sm" href={paths.desk.knowledge("transfer")}>
                {t("transfer:report.back")}
              </LinkButton>
            )}
            <Form method="post" action={paths.desk.knowledge(`transfer/${view.id}/removal`)}>
              <Button size="sm" variant="ghost">
                {t(view.state === "ready" ? "transfer:report.discard" : "transfer:report.discardDone")}
              </Button>
            </Form>
          </>
        )
      }
    >
      <ImportBanner view={view} counts={page?.counts ?? null} />
      {page && !working ? (
        <>
          <div className="flex flex-wrap items-center gap-3">
            <Tabs label={t("transfer:report.filter")} look="pill" items={filterTabs(page, filter, here, t)} />
            <Form role="search" method="get" className="min-w-56 flex-1 tablet:max-w-sm">
              {filter === "all" ? null : <input type="hidden" name="show" value={filter} />}
              <SearchInput
                key={q}
                label={t("transfer:report.search")}
                placeholder={t("transfer:report.search")}
                defaultValue={q}
              />
            </Form>
          </div>
          <Card>
            {page.rows.length > 0 ? (
              <>
                <ReportTable rows={page.rows} dryRun={dryRun} />
                <Pagination previous={at(page.previous)} next={at(page.next)}>
                  {t("transfer:report.shown", {
                    from: page.from + 1,
                    to: page.from + page.rows.length,
                    all: page.found,
                  })}
                </Pagination>
              </>
            ) : (
              <EmptyState icon={FileQuestion} title={t("transfer:report.none")} />
            )}
          </Card>
        </>
      ) : null}
    </Sheet>
  );
}

/** Kinds of items that there are none of are not offered. */
function filterTabs(
  { counts }: ReportPage,
  filter: string,
  here: (query: Record<string, string | null>) => string,
  t: ReturnType<typeof useT>,
) {
  return FILTERS.filter((name) => name === "all" || name === filter || counts[name] > 0).map((name) => ({
    href: here({ show: name === "all" ? null : name }),
    label: t(`transfer:filter.${name}`),
    current: name === filter,
    count: counts[name],
  }));
}
