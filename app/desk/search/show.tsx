import { useLoaderData } from "@remix-run/react";
import { Bookmark } from "lucide-react";
import { Banner } from "~/components/ui/banner";
import { LinkButton } from "~/components/ui/button";
import { Icon } from "~/components/ui/icon";
import { SearchForm } from "~/components/ui/search-form";
import { Tabs } from "~/components/ui/tabs";
import { CorrectedNotice } from "~/components/search/corrected-notice";
import { fixedValues } from "~/domain/search/complete-operator";
import { correctedText } from "~/domain/search/corrected-text";
import { listRecentSearches } from "~/domain/search/list-recent-searches.server";
import { type Operator, printOperator } from "~/domain/search/operators";
import { rememberSearch } from "~/domain/search/remember-search.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../sheet";
import { chosenFacets, offeredFacets } from "./facets";
import { ChosenFilters } from "./chosen-filters";
import { FacetLinks } from "./facet-links";
import { FoundScopes } from "./found-scopes";
import { keptQuery } from "./kept-query";
import { logDeskSearch } from "./log-desk-search.server";
import { OperatorHelp } from "./operator-help";
import { readSearch, searchQuery } from "./read-search";
import { resolveQuery } from "./resolve-query.server";
import { searchDesk } from "./search-desk.server";
import { Start } from "./start";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request }) => {
  const search = readSearch(request.url);
  const t = translator(ctx.locale);
  if (!search.q.trim()) return { title: t("search:title"), search, found: null, recent: await listRecentSearches(ctx) };
  const resolved = await resolveQuery(ctx, search.q);
  const answer = await searchDesk(ctx, resolved, search);
  const userAgent = request.headers.get("user-agent") ?? "";
  const log = { typed: search.q, results: answer.count, final: true, userAgent };
  const rows = answer.groups.flatMap(({ rows }) => rows);
  if (!search.after) await rememberSearch(ctx, search.q);
  return {
    title: `${search.q.trim()} · ${t("search:title")}`,
    search,
    found: {
      ...answer,
      query: resolved.query,
      facets: offeredFacets(resolved.query, answer.facets, resolved.choices, t),
      unknown: resolved.unknown.filter((operator) => !takesFixed(operator)).map(printOperator),
      misread: resolved.unknown
        .filter(takesFixed)
        .map((operator) => `${printOperator(operator)} (${readableValues(operator).join(", ")})`),
      intentionId: await logDeskSearch(ctx, log, rows),
    },
    recent: [],
  };
});

/** A value that is no day, or none of a fixed list: what would be one is told. */
const takesFixed = ({ name }: Operator): boolean => fixedValues(name) !== null;
const readableValues = ({ name }: Operator): string[] => [
  ...(name === "before" || name === "after" ? ["2026-11-01"] : []),
  ...(fixedValues(name) ?? []),
];

/** Tickets with their messages, articles and customers, found by words and operators. */
export default function Search() {
  const { search, found, recent } = useLoaderData<typeof loader>();
  const t = useT();
  const at = (over: Parameters<typeof searchQuery>[1]) => paths.desk.search(searchQuery(search, over));
  return (
    <Sheet
      title={t("search:title")}
      actions={
        found ? (
          <LinkButton
            size="sm"
            href={paths.desk.search({ q: keptQuery(found.query, search.scope) }, "views")}
            icon={<Icon of={Bookmark} size={15} />}
          >
            {t("search:views.keep")}
          </LinkButton>
        ) : undefined
      }
    >
      <div className="grid gap-2">
        <SearchForm
          key={search.q}
          action={paths.desk.search()}
          suggest={paths.desk.search({}, "suggestions")}
          id="search-words"
          data-key="/"
          data-focus="search-words"
          aria-keyshortcuts="/"
          label={t("search:title")}
          placeholder={t("search:placeholder")}
          defaultValue={search.q}
          maxLength={300}
        />
        <OperatorHelp />
      </div>
      {found ? (
        <>
          {found.standIn ? <Banner tone="note">{t("search:standIn")}</Banner> : null}
          {found.unknown.length > 0 ? (
            <Banner tone="warn">{t("search:unknown", { values: found.unknown.join(", ") })}</Banner>
          ) : null}
          {found.misread.length > 0 ? (
            <Banner tone="warn">{t("search:misread", { values: found.misread.join("; ") })}</Banner>
          ) : null}
          <div className="found">
            <p role="status">{t("search:count", { count: found.count })}</p>
            {found.corrected.length > 0 ? (
              <CorrectedNotice
                said={t("search:corrected", { words: correctedText(found.query.text, found.corrected) })}
                href={at({ exact: true })}
                link={t("search:asTyped", { words: found.query.text })}
              />
            ) : null}
          </div>
          <ChosenFilters chosen={chosenFacets(found.query)} at={(q) => at({ q })} />
          {found.groups.length > 1 && found.count > 0 ? (
            <Tabs
              look="pill"
              label={t("search:kinds")}
              items={[
                { href: at({ scope: null }), label: t("search:everything"), current: !search.scope },
                ...found.groups
                  .filter(({ scope, total }) => total.count > 0 || scope === search.scope)
                  .map(({ scope, total }) => ({
                    href: at({ scope }),
                    label: t(`search:scope.${scope}`),
                    count: total.capped ? `${total.count}+` : total.count,
                    current: scope === search.scope,
                  })),
              ]}
            />
          ) : null}
          <div className={found.facets.length > 0 ? "narrowed" : undefined}>
            <div className="grid content-start gap-3">
              <FoundScopes groups={found.groups} search={search} intentionId={found.intentionId} count={found.count} />
            </div>
            <FacetLinks offered={found.facets} at={(q) => at({ q })} />
          </div>
        </>
      ) : (
        <Start recent={recent} />
      )}
    </Sheet>
  );
}
