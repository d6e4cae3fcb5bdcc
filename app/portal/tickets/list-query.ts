import { PORTAL_FILTERS, PORTAL_SCOPES, type PortalListQuery, type PortalScope } from "~/domain/tickets/portal-views";

/** The list that an address names. Without a shared organization there are only one's own tickets. */
export function readListQuery(url: string, shared: boolean): PortalListQuery {
  const query = new URL(url).searchParams;
  return {
    scope: (shared && PORTAL_SCOPES.find((scope) => scope === query.get("scope"))) || "mine",
    filter: PORTAL_FILTERS.find((filter) => filter === query.get("filter")) ?? "open",
    after: query.get("after"),
  };
}

/** The address's query for a list; what is the rule is left out. */
export const listQuery = (scope: PortalScope, filter: PortalListQuery["filter"] = "open", after?: string | null) => ({
  scope: scope === "mine" ? null : scope,
  filter: filter === "open" ? null : filter,
  after,
});
