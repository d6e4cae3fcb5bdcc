import { index, layout, prefix, route, type RouteConfigEntry } from "@remix-run/route-config";
import { deskAdminRoutes } from "./admin-routes";
import { deskAgentRoutes } from "./agent-routes";
import { deskIdentityRoutes } from "./identity-routes";
import { deskKnowledgeActs, deskKnowledgeRoutes } from "./knowledge-routes";
import { deskMailRoutes } from "./mail-routes";
import { deskNewsActs, deskNewsRoutes } from "./news-routes";
import { deskRepliesRoutes } from "./replies-routes";
import { deskSearchActs, deskSearchPages } from "./search-routes";

const acts = "desk/tickets/acts";

/** Acts of one button: they change something and come back. */
const ticketActs: RouteConfigEntry[] = prefix("tickets/:number", [
  route("changes", `${acts}/changes.ts`),
  route("changes/:eventId/undo", `${acts}/undo-change.ts`),
  route("moves", `${acts}/moves.ts`),
  route("assignment", `${acts}/assignment.ts`),
  route("routing", `${acts}/route-again.ts`),
  route("following", `${acts}/following.ts`),
  route("read", `${acts}/read.ts`),
  route("participants", `${acts}/participants.ts`),
  route("bin", `${acts}/bin.ts`),
  route("merge/undo", `${acts}/undo-merge.ts`),
  route("outgoing/:replyId/undo", `${acts}/undo-reply.ts`),
  route("banners/:bannerId", `${acts}/banner.ts`),
  route("deliveries/:deliveryId", `${acts}/delivery.ts`),
  route("timer", `${acts}/timer.ts`),
  route("time/:entryId/removal", `${acts}/time-removal.ts`),
  route("earlier", `${acts}/earlier.ts`),
  route("draft", `${acts}/draft.ts`),
  route("answers/fitting", "desk/tickets/answers/fitting.ts"),
  route("saved-replies/:savedReplyId", `${acts}/saved-reply.ts`),
  route("suppressions", `${acts}/suppression.ts`),
  route("preview/html", `${acts}/preview-html.ts`),
  route("presence", `${acts}/presence.ts`),
]);

/** The agent's half. */
export const deskRoutes: RouteConfigEntry[] = prefix("desk", [
  index("desk/home.ts"),
  ...ticketActs,
  ...deskNewsActs,
  ...deskKnowledgeActs,
  route("queues/:queueId/next", "desk/tickets/acts/pull.ts"),
  route("commands/tickets", "desk/commands/tickets.ts"),
  route("customers/suggestions", "desk/customers/suggestions.ts"),
  ...deskSearchActs,
  layout("desk/layout.tsx", [
    route("tickets/new", "desk/tickets/new.tsx"),
    route("tickets", "desk/tickets/list.tsx", [
      index("desk/tickets/none.tsx"),
      route(":number", "desk/tickets/show.tsx"),
      route(":number/edit", "desk/tickets/edit.tsx"),
      route(":number/why", "desk/tickets/why.tsx"),
      route(":number/time", "desk/tickets/time-list.tsx"),
      route(":number/time/:entryId", "desk/tickets/time-entry.tsx"),
      route(":number/merge", "desk/tickets/merge.tsx"),
      route(":number/saved-replies", "desk/tickets/replies/choose.tsx"),
      route(":number/answers", "desk/tickets/answers/choose.tsx"),
      route(":number/faq", "desk/tickets/faq/new.tsx"),
      route(":number/preview", "desk/tickets/preview.tsx"),
      route(":number/clocks/:targetId", "desk/tickets/clocks/show.tsx"),
      route(":number/messages/:messageId", "desk/tickets/message.tsx"),
    ]),
    route("bin", "desk/bin/list.tsx"),
    route("shortcuts", "desk/shortcuts/show.tsx"),
    route("commands", "desk/commands/show.tsx"),
    ...deskIdentityRoutes,
    ...deskMailRoutes,
    ...deskNewsRoutes,
    ...deskRepliesRoutes,
    ...deskKnowledgeRoutes,
    ...deskAdminRoutes,
    ...deskAgentRoutes,
    ...deskSearchPages,
    route("*", "desk/not-found.tsx"),
  ]),
]);
