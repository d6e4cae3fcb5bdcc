import type { RouteConfigEntry } from "@remix-run/route-config";

/** What administrators set up. */
export const deskAdminRoutes: RouteConfigEntry[] = [];
