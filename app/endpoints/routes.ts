import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** URLs without a screen. */
export const endpointRoutes: RouteConfigEntry[] = [
  route("healthz", "endpoints/health/live.ts"),
  route("live", "endpoints/live/stream.ts"),
];
