import { index, route, type RouteConfigEntry } from "@remix-run/route-config";

/** Received and outgoing mail, and what an agent is told of. */
export const deskMailRoutes: RouteConfigEntry[] = [
  route("mailroom", "desk/mailroom/list.tsx", [
    index("desk/mailroom/none.tsx"),
    route(":inboundId", "desk/mailroom/show.tsx"),
  ]),
  route("mailroom/:inboundId/decision", "desk/mailroom/acts/decision.ts"),
  route("mailroom/:inboundId/claim", "desk/mailroom/acts/claim.ts"),
  route("mailroom/:inboundId/again", "desk/mailroom/acts/again.ts"),
  route("mailroom/:inboundId/raw", "desk/mailroom/raw.ts"),
  route("mailroom/:inboundId/original", "desk/mailroom/original.ts"),
  route("mailroom/:inboundId/attachments/:index", "desk/mailroom/attachment.ts"),
  route("outbox", "desk/outbox/list.tsx"),
  route("outbox/:id", "desk/outbox/show.tsx"),
  route("outbox/:id/html", "desk/outbox/html.ts"),
  route("outbox/:id/raw", "desk/outbox/raw.ts"),
  route("notifications", "desk/notifications/list.tsx"),
  route("notifications/read", "desk/notifications/read.ts"),
];
