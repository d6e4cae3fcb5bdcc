import { layout, prefix, type RouteConfigEntry } from "@remix-run/route-config";
import { deskIdentityRoutes } from "./identity-routes";
import { deskMailRoutes } from "./mail-routes";

/** The agent's half. */
export const deskRoutes: RouteConfigEntry[] = prefix("desk", [
  layout("desk/layout.tsx", [...deskIdentityRoutes, ...deskMailRoutes]),
]);
