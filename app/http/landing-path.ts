import { isStaff } from "~/domain/identity/session-person";
import type { Role } from "~/platform/ctx.server";
import { paths, safeReturnPath } from "./paths";

/** Where somebody goes after signing in: the wished page of ours, else the start of their half. */
export const landingPath = (role: Role, to?: string | null): string =>
  safeReturnPath(to, isStaff(role) ? paths.desk.home() : paths.home());
