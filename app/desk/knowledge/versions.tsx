import type { LinksFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { History } from "lucide-react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Select } from "~/components/ui/select";
import { getArticleForDesk } from "~/domain/knowledge/get-article-for-desk.server";
import { type Compared, DRAFT, getVersionDiff } from "~/domain/knowledge/get-version-diff.server";
import { listArticleVersions } from "~/domain/knowledge/list-article-versions.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { LOCALE_NAMES } from "~/i18n/config";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { notFound } from "~/lib/errors";
import styles from "~/styles/desk-knowledge.css?url";
import { Sheet } from "../sheet";
import { useDrawn } from "../use-drawn";
import { DiffView } from "./editor/diff-view";
import { textOf } from "./text-of.server";
import { VersionList } from "./version-list";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, args) => {
  const { articleId, locale } = textOf(args);
  const query = new URL(args.request.url).searchParams;
  const { text, may } = await getArticleForDesk(ctx, { articleId, locale });
  if (!text) throw notFound();
  const versions = await listArticleVersions(ctx, { articleId, locale, before: readNumber(query.get("before")) });
  const newest = versions.rows[0]?.number ?? null;
  const from = readCompared(query.get("from")) ?? text.version ?? newest;
  const to = readCompared(query.get("to")) ?? (text.work === "none" ? newest : DRAFT);
  return {
    title: translator(ctx.locale)("knowledge:versions.title"),
    articleId,
    locale,
    name: text.draft.title,
    revision: text.draft.revision,
    versions,
    mayRestore: may.write && text.work !== "in_review",
    diff: from === null || to === null ? null : await getVersionDiff(ctx, { articleId, locale, from, to }),
  };
});

const readNumber = (typed: string | null): number | null => (/^[1-9]\d{0,6}$/.test(typed ?? "") ? Number(typed) : null);
const readCompared = (typed: string | null): Compared | null => (typed === DRAFT ? DRAFT : readNumber(typed));

/** Every version of one language, what changed between any two, and the way back. */
export default function Versions() {
  const { title, articleId, locale, name, revision, versions, mayRestore, diff } = useLoaderData<typeof loader>();
  const drawn = useDrawn(revision);
  const t = useT();
  const here = (query: Record<string, string | number | null>) =>
    paths.desk.knowledge(`${articleId}/versions`, { lang: locale, ...query });
  const nameOf = (which: number | "draft") =>
    which === "draft" ? t("knowledge:versions.draft") : t("knowledge:versions.number", { number: which });
  const options = [
    { value: "draft", label: t("knowledge:versions.draft") },
    ...versions.rows.map(({ number }) => ({ value: String(number), label: nameOf(number) })),
  ];
  return (
    <Sheet
      title={title}
      crumbs={[
        { href: paths.desk.knowledge(), label: t("knowledge:title") },
        {
          href: paths.desk.knowledge(articleId, { lang: locale }),
          label: <bdi>{`${name || t("knowledge:list.untitled")} (${LOCALE_NAMES[locale]})`}</bdi>,
        },
      ]}
    >
      {versions.rows.length === 0 ? (
        <Card>
          <EmptyState icon={History} title={t("knowledge:versions.empty")}>
            {t("knowledge:versions.emptyText")}
          </EmptyState>
        </Card>
      ) : (
        <div className="grid items-start gap-3 laptop:grid-cols-[minmax(0,1fr)_minmax(0,1.5fr)]">
          <Card>
            <VersionList
              articleId={articleId}
              locale={locale}
              revision={drawn}
              versions={versions.rows}
              mayRestore={mayRestore}
            />
            <Pagination next={versions.next ? here({ before: versions.next }) : null} />
          </Card>
          <Card
            id="diff"
            title={diff ? t("knowledge:versions.between", { from: nameOf(diff.from), to: nameOf(diff.to) }) : title}
          >
            {diff ? (
              <Form
                key={`${diff.from} ${diff.to}`}
                method="get"
                className="flex flex-wrap items-end gap-2 px-(--pad) pb-3"
              >
                <input type="hidden" name="lang" value={locale} />
                <Select
                  name="from"
                  label={t("knowledge:versions.from")}
                  defaultValue={String(diff.from)}
                  options={options}
                />
                <Select name="to" label={t("knowledge:versions.to")} defaultValue={String(diff.to)} options={options} />
                <Button size="sm">{t("knowledge:versions.compare")}</Button>
                {diff.from === "draft" || diff.to === "draft" ? null : (
                  <LinkButton size="sm" variant="ghost" href={here({ from: diff.to, to: diff.from })}>
                    {t("knowledge:versions.swap")}
                  </LinkButton>
                )}
              </Form>
            ) : null}
            {diff ? <DiffView fields={diff.fields} lang={locale} /> : null}
          </Card>
        </div>
      )}
    </Sheet>
  );
}
