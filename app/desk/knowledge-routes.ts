import { index, prefix, route, type RouteConfigEntry } from "@remix-run/route-config";

const acts = "desk/knowledge/acts";

/** Acts of one button, and what the editor's script asks: outside the desk's frame. */
export const deskKnowledgeActs: RouteConfigEntry[] = prefix("knowledge", [
  route("to-write/verdict", `${acts}/settle-wish.ts`),
  route("comments/done", `${acts}/settle-comment.ts`),
  route("categories/:categoryId/position", `${acts}/move-category.ts`),
  route("categories/:categoryId/archive", `${acts}/archive-category.ts`),
  route("transfer/export", "desk/knowledge/transfer/export.ts"),
  route("transfer/:importId/start", "desk/knowledge/transfer/acts/start.ts"),
  route("transfer/:importId/removal", "desk/knowledge/transfer/acts/discard.ts"),
  ...prefix(":articleId", [
    route("draft", `${acts}/save-draft.ts`),
    route("draft/removal", `${acts}/discard-draft.ts`),
    route("preview", `${acts}/preview.ts`),
    route("images", `${acts}/add-images.ts`),
    route("images/:imageId/removal", `${acts}/remove-image.ts`),
    route("marks/:markId", `${acts}/confirm-mark.ts`),
    route("publication/end", `${acts}/unpublish.ts`),
    route("schedule/cancellation", `${acts}/cancel-schedule.ts`),
    route("review/withdrawal", `${acts}/withdraw-review.ts`),
    route("translations", `${acts}/start-translation.ts`),
    route("translations/current", `${acts}/translation-current.ts`),
    route("versions/restoration", `${acts}/restore-version.ts`),
    route("removal", `${acts}/remove-article.ts`),
  ]),
]);

/** The knowledge base, in the desk's frame. */
export const deskKnowledgeRoutes: RouteConfigEntry[] = prefix("knowledge", [
  index("desk/knowledge/list.tsx"),
  route("new", "desk/knowledge/new.tsx"),
  route("reviews", "desk/knowledge/reviews.tsx"),
  route("to-write", "desk/knowledge/to-write.tsx"),
  route("comments", "desk/knowledge/comments.tsx"),
  route("searches", "desk/knowledge/searches.tsx"),
  route("links", "desk/knowledge/links.tsx"),
  route("categories", "desk/knowledge/categories.tsx"),
  route("categories/new", "desk/knowledge/new-category.tsx"),
  route("categories/:categoryId", "desk/knowledge/category.tsx"),
  route("transfer", "desk/knowledge/transfer/show.tsx"),
  route("transfer/format", "desk/knowledge/transfer/format.tsx"),
  route("transfer/:importId", "desk/knowledge/transfer/import.tsx"),
  route(":articleId", "desk/knowledge/editor.tsx"),
  route(":articleId/settings", "desk/knowledge/settings.tsx"),
  route(":articleId/schedule", "desk/knowledge/schedule.tsx"),
  route(":articleId/review", "desk/knowledge/review.tsx"),
  route(":articleId/versions", "desk/knowledge/versions.tsx"),
  route(":articleId/related", "desk/knowledge/related.tsx"),
]);
