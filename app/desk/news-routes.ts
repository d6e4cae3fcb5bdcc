import { index, prefix, route, type RouteConfigEntry } from "@remix-run/route-config";

const acts = "desk/news/acts";

/** Acts of one button on news. */
export const deskNewsActs: RouteConfigEntry[] = prefix("news/:newsId", [
  route("publication/end", `${acts}/unpublish.ts`),
  route("solution", `${acts}/solve.ts`),
  route("removal", `${acts}/remove.ts`),
]);

/** News and known problems, in the desk's frame. */
export const deskNewsRoutes: RouteConfigEntry[] = prefix("news", [
  index("desk/news/list.tsx"),
  route("new", "desk/news/new.tsx"),
  route(":newsId", "desk/news/edit.tsx"),
  route(":newsId/publication", "desk/news/publish.tsx"),
  route(":newsId/update", "desk/news/update.tsx"),
]);
