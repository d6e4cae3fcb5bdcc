import type { Suggestion, Suggestions } from "~/components/ui/suggestions";
import { findCompletion } from "~/domain/search/complete-operator";
import { listRecentSearches } from "~/domain/search/list-recent-searches.server";
import { searchIndex } from "~/domain/search/search-index.server";
import type { PersonCtx } from "~/http/ctx.server";
import { paths } from "~/http/paths";
import { translator } from "~/i18n/t.server";
import { completeOperator } from "./complete-operator.server";
import { type FoundRow, foundRows, notedDocument } from "./found-rows.server";
import { logDeskSearch } from "./log-desk-search.server";
import { resolveQuery } from "./resolve-query.server";
import { KINDS, SCOPES } from "./search-desk.server";

const OF_EACH = { tickets: 5, articles: 3, customers: 3 };
const SHORTEST = 2;

type Asked = { q: string; caret: number; userAgent: string };

/** What the desk's search field shows: what completes the operator at the caret, then hits; the last searches when empty. */
export async function suggestDesk(ctx: PersonCtx, { q, caret, userAgent }: Asked): Promise<Suggestions> {
  const t = translator(ctx.locale);
  if (!q.trim()) {
    const recent = await listRecentSearches(ctx);
    const items = recent.map((query) => ({ label: plain(query), href: paths.desk.search({ q: query }) }));
    return { groups: items.length ? [{ label: t("search:recent"), items }] : [], status: "" };
  }
  const completion = findCompletion(q, caret);
  const completed = completion ? await completeOperator(ctx, q, completion) : [];
  const operators = { label: t("search:complete"), items: completed };
  // While a value is being typed the hits of a half one would only distract.
  if (completion?.name && completed.length) return finish([operators]);
  if (q.trim().length < SHORTEST) return { groups: [], status: "" };
  const resolved = await resolveQuery(ctx, q);
  const answers = await Promise.all(
    SCOPES.filter((scope) => !resolved.impossible && resolved.scopes.includes(scope)).map((scope) =>
      searchIndex(ctx, {
        text: resolved.query.text,
        kinds: KINDS[scope],
        filters: resolved.filters,
        limit: OF_EACH[scope],
        prefix: true,
      }),
    ),
  );
  const rows = await foundRows(
    ctx,
    answers.flatMap(({ hits }) => hits),
  );
  const results = answers.reduce((sum, { total }) => sum + total.count, 0);
  const intentionId = await logDeskSearch(ctx, { typed: q, results, final: false, userAgent }, rows);
  const groups = SCOPES.map((scope) => ({
    label: t(`search:scope.${scope}`),
    items: rows
      .filter(({ kind }) => (KINDS[scope] as readonly string[]).includes(kind))
      .map((row) => toSuggestion(row, intentionId)),
  }));
  const all = { label: plain(t("search:all", { query: q.trim() })), href: paths.desk.search({ q: q.trim() }) };
  return finish([operators, ...groups, ...(rows.length ? [{ label: t("search:more"), items: [all] }] : [])]);

  function finish(groups: Suggestions["groups"]): Suggestions {
    const count = groups.reduce((sum, { items }) => sum + items.length, 0);
    return { groups, status: count ? t("search:suggested", { count }) : t("search:noneSuggested") };
  }
}

const plain = (text: string) => [{ text, match: false }];

function toSuggestion(row: FoundRow, intentionId: string | null): Suggestion {
  const { title, href, facts, ticket } = row;
  const document = notedDocument(row);
  return {
    label: title,
    note: ticket ? `#${ticket.number} · ${ticket.organization ?? ticket.requester}` : facts.join(" · ") || undefined,
    href,
    opened: intentionId && document ? paths.searchOpened(intentionId, document, href) : undefined,
  };
}
