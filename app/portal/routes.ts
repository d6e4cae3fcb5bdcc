import { index, layout, route, type RouteConfigEntry } from "@remix-run/route-config";
import { portalIdentityRoutes } from "./identity-routes";

/** The customer's half. */
export const portalRoutes: RouteConfigEntry[] = [
  layout("portal/layout.tsx", [index("portal/home/show.tsx"), route("kit", "portal/kit/show.tsx"), ...portalIdentityRoutes]),
];
