import type { RouteConfig } from "@remix-run/route-config";
import { deskRoutes } from "./desk/routes";
import { endpointRoutes } from "./endpoints/routes";
import { portalRoutes } from "./portal/routes";

export default [...portalRoutes, ...deskRoutes, ...endpointRoutes] satisfies RouteConfig;
