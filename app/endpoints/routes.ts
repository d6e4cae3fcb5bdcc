import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** URLs without a screen. */
export const endpointRoutes: RouteConfigEntry[] = [
  route("brand.css", "endpoints/brand/style.ts"),
  route("healthz", "endpoints/health/live.ts"),
  route("readyz", "endpoints/health/ready.ts"),
  route("metrics", "endpoints/health/metrics.ts"),
  route("api/openapi.json", "endpoints/api/document.ts"),
  route("api/v1/attachments/:id", "endpoints/api/attachment.ts"),
  route("api/v1/tickets", "endpoints/api/tickets/list.ts"),
  route("api/v1/tickets/:number", "endpoints/api/tickets/show.ts"),
  route("api/v1/tickets/:number/messages", "endpoints/api/tickets/messages.ts"),
  route("api/v1/tickets/:number/events", "endpoints/api/tickets/events.ts"),
  route("live", "endpoints/live/stream.ts"),
  route("attachments/:id/:name", "endpoints/attachments/download.ts"),
  route("messages/:id/original", "endpoints/messages/original.ts"),
  route("messages/:id/raw", "endpoints/messages/raw.ts"),
  route("inbound/mime", "endpoints/inbound/mime.ts"),
  route("inbound/resend", "endpoints/inbound/resend.ts"),
];
