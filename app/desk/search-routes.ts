import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** Searching, and searches kept as views. Children of the desk's frame. */
export const deskSearchPages: RouteConfigEntry[] = [
  route("search", "desk/search/show.tsx"),
  route("search/views", "desk/search/views/list.tsx"),
  route("search/views/:viewId", "desk/search/views/edit.tsx"),
  route("admin/search", "desk/admin/search/show.tsx"),
  route("admin/search/synonyms", "desk/admin/search/synonyms.tsx"),
];

/** Acts of one button, and what the field asks while one types. */
export const deskSearchActs: RouteConfigEntry[] = [
  route("search/suggestions", "desk/search/suggestions.ts"),
  route("search/recent", "desk/search/forget.ts"),
  route("search/views/:viewId/removal", "desk/search/views/remove.ts"),
  route("admin/search/reindex", "desk/admin/search/reindex.ts"),
];
