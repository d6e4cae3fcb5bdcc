import { useLoaderData } from "@remix-run/react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { KeyValue } from "~/components/ui/key-value";
import { Marked } from "~/components/ui/marked";
import { Meter } from "~/components/ui/meter";
import { Table } from "~/components/ui/table";
import { TextInput } from "~/components/ui/text-input";
import { countDocuments } from "~/domain/search/count-documents.server";
import { getSearchHealth } from "~/domain/search/get-search-health.server";
import { searchIndex } from "~/domain/search/search-index.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { formatInstant } from "~/i18n/format";
import { translator } from "~/i18n/t.server";
import { TimeText } from "~/i18n/time-text";
import { useI18n } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { useLookAgain } from "../../use-look-again";

export const meta = pageTitle;

const TRIED = 10;
const KINDS = ["article", "faq", "news", "ticket", "message", "contact", "organization"] as const;

export const loader = adminLoader(async (ctx, { request }) => {
  const q = (new URL(request.url).searchParams.get("q") ?? "").replaceAll("\0", "").slice(0, 300);
  const [health, documents, answer] = await Promise.all([
    getSearchHealth(ctx),
    countDocuments(ctx),
    q.trim() ? searchIndex(ctx, { text: q, kinds: KINDS, limit: TRIED }) : null,
  ]);
  return { title: translator(ctx.locale)("desk:admin.search"), q, health, documents, answer };
});

/** How the index is, building it anew, words that mean the same, and a field to try. */
export default function SearchAdministration() {
  const { title, q, health, documents, answer } = useLoaderData<typeof loader>();
  const { t, locale, timeZone } = useI18n();
  const { rebuild, engine, downSince, standIn, builtAt, lag, error } = health;
  const number = new Intl.NumberFormat(locale);
  useLookAgain(rebuild !== null);
  return (
    <Sheet
      title={title}
      lead={t("desk:admin.searchLead")}
      crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}
      actions={
        <LinkButton size="sm" href={paths.desk.admin("search/synonyms")}>
          {t("search:admin.synonyms")}
        </LinkButton>
      }
    >
      <Card id="index" title={t("search:admin.health")} padded>
        <KeyValue
          wide
          items={[
            { label: t("search:admin.engine"), value: engine === "postgres" ? "PostgreSQL" : "Meilisearch" },
            {
              label: t("search:admin.state"),
              value: !standIn
                ? t("search:admin.fine")
                : downSince
                  ? t("search:admin.standIn", { at: formatInstant(new Date(downSince), "dateTime", locale, timeZone) })
                  : t("search:admin.standInUnbuilt"),
            },
            {
              label: t("search:admin.settings"),
              value: engine === "postgres" ? t("search:admin.byDefault") : "MEILISEARCH_HOST, MEILISEARCH_API_KEY",
            },
            { label: t("search:admin.documents"), value: number.format(documents), num: true },
            {
              label: t("search:admin.builtAt"),
              value: builtAt ? <TimeText at={builtAt} style="dateTime" /> : t("search:admin.never"),
            },
            {
              label: t("search:admin.lag"),
              value: lag === null ? t("search:admin.noLag") : t("search:admin.seconds", { count: Math.ceil(lag) }),
            },
            error !== "" && { label: t("search:admin.error"), value: <code className="wrap-anywhere">{error}</code> },
          ]}
        />
        <div className="mt-4">
          {rebuild ? (
            <Meter
              label={t("search:admin.rebuilding")}
              text={t("search:admin.progress", {
                done: number.format(rebuild.done),
                total: number.format(rebuild.total),
              })}
              value={Math.min(rebuild.done, Math.max(1, rebuild.total))}
              max={Math.max(1, rebuild.total)}
              tone="brand"
            />
          ) : (
            <form method="post" action={paths.desk.admin("search/reindex")}>
              <Button size="sm">{t("search:admin.rebuild")}</Button>
              <p className="muted small mt-2">{t("search:admin.rebuildLead")}</p>
            </form>
          )}
        </div>
      </Card>
      <Card id="try" title={t("search:admin.try")} padded>
        <form method="get" role="search" className="form">
          <p className="muted">{t("search:admin.tryLead")}</p>
          <TextInput label={t("search:admin.tryField")} name="q" type="search" defaultValue={q} maxLength={300} />
          <div className="form-actions">
            <Button>{t("search:admin.try")}</Button>
          </div>
        </form>
        {answer ? (
          <div className="mt-4">
            <p role="status">{t("search:count", { count: answer.total.count })}</p>
            {answer.hits.length > 0 ? (
              <Table
                caption={t("search:admin.result")}
                rows={answer.hits}
                rowKey={({ id }) => id}
                columns={[
                  {
                    label: t("search:admin.score"),
                    cell: ({ score }) => <span className="num">{score.toFixed(3)}</span>,
                  },
                  {
                    label: t("search:admin.result"),
                    heading: true,
                    cell: ({ title, snippet }) => (
                      <div className="min-w-0 wrap-anywhere">
                        <Marked text={title} />
                        <span className="small muted block">
                          <Marked text={snippet} />
                        </span>
                      </div>
                    ),
                  },
                  {
                    label: t("search:admin.kind"),
                    cell: ({ kind, locale }) => `${t(`search:kind.${kind}`)} · ${locale.toUpperCase()}`,
                  },
                ]}
              />
            ) : null}
          </div>
        ) : null}
      </Card>
    </Sheet>
  );
}
