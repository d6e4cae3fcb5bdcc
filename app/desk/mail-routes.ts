import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** Outgoing mail, and what an agent is told of. */
export const deskMailRoutes: RouteConfigEntry[] = [
  route("outbox", "desk/outbox/list.tsx"),
  route("outbox/:id", "desk/outbox/show.tsx"),
  route("outbox/:id/html", "desk/outbox/html.ts"),
  route("outbox/:id/raw", "desk/outbox/raw.ts"),
  route("notifications", "desk/notifications/list.tsx"),
  route("notifications/read", "desk/notifications/read.ts"),
];
