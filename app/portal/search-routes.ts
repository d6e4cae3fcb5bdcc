import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** The search page. A child of the portal's frame. */
export const searchPages: RouteConfigEntry[] = [route("search", "portal/search/show.tsx")];

/** What the search field asks, and the way from a result to what it found; both halves' results go by it. */
export const searchActs: RouteConfigEntry[] = [
  route("search/suggestions", "portal/search/suggestions.ts"),
  route("search/opened/:intentionId/:document", "portal/search/opened.ts"),
];
