import type { Suggestion, Suggestions } from "~/components/ui/suggestions";
import { isStaff } from "~/domain/identity/session-person";
import { listPopularSearches } from "~/domain/search/list-popular-searches.server";
import { searchIndex } from "~/domain/search/search-index.server";
import type { Ctx } from "~/http/ctx.server";
import { paths } from "~/http/paths";
import { translator } from "~/i18n/t.server";
import { type FoundRow, foundRows } from "./found-rows.server";
import { logPortalSearch } from "./log-portal-search.server";
import { GROUPS } from "./read-search";
import { groupsFor } from "./search-portal.server";

const HELP = 6;
const TICKETS = 4;
const SHORTEST = 2;

/** What the portal's search field shows for what stands in it: popular searches while it is empty, else the best hits. */
export async function suggestPortal(ctx: Ctx, q: string, userAgent: string): Promise<Suggestions> {
  const recent = recentOf(ctx);
  if (!q.trim()) return { groups: await popularGroup(ctx), status: "", recent };
  if (q.trim().length < SHORTEST) return { groups: [], status: "", recent };
  const t = translator(ctx.locale);
  const request = { text: q, prefix: true };
  const [help, tickets] = await Promise.all([
    searchIndex(ctx, { ...request, kinds: ["article", "faq", "news"], limit: HELP }),
    groupsFor(ctx).includes("ticket")
      ? searchIndex(ctx, { ...request, kinds: ["ticket", "message"], limit: TICKETS })
      : null,
  ]);
  const rows = await foundRows(ctx, [...help.hits, ...(tickets?.hits ?? [])]);
  const count = help.total.count + (tickets?.total.count ?? 0);
  const intentionId = await logPortalSearch(ctx, { typed: q, results: count, final: false, userAgent });
  const groups = GROUPS.map((kind) => ({
    label: t(`portal:search.group.${kind}`),
    items: rows.filter((row) => row.kind === kind).map((row) => toSuggestion(ctx, row, intentionId)),
  }));
  const shown = groups.reduce((sum, { items }) => sum + items.length, 0);
  const all = {
    label: [{ text: t("portal:search.all", { query: q.trim() }), match: false }],
    href: paths.search({ q: q.trim() }),
  };
  return {
    groups: shown ? [...groups, { label: t("portal:search.more"), items: [all] }] : [],
    status: shown ? t("portal:search.suggested", { count: shown }) : t("portal:search.noneSuggested"),
    recent,
  };
}

function toSuggestion(ctx: Ctx, row: FoundRow, intentionId: string | null): Suggestion {
  const { title, href, document, category, ticket } = row;
  const t = translator(ctx.locale);
  return {
    label: title,
    note: ticket
      ? `#${ticket.number} · ${ticket.statusName ?? t(`tickets:portal.${ticket.state}`)}`
      : (category ?? undefined),
    href,
    opened: intentionId && document ? paths.searchOpened(intentionId, document, href) : undefined,
  };
}

async function popularGroup(ctx: Ctx): Promise<Suggestions["groups"]> {
  const popular = await listPopularSearches(ctx);
  const items = popular.map((query) => ({ label: [{ text: query, match: false }], href: paths.search({ q: query }) }));
  return items.length ? [{ label: translator(ctx.locale)("portal:search.popular"), items }] : [];
}

/** What a customer searched for stays in the browser, a person's apart from another's. */
function recentOf({ actor, locale }: Ctx): Suggestions["recent"] {
  if (actor.kind === "person" && isStaff(actor.role)) return undefined;
  const t = translator(locale);
  return {
    key: `searches ${actor.kind === "person" ? actor.personId : "guest"}`,
    label: t("portal:search.recent"),
    forget: t("portal:search.forget"),
  };
}
