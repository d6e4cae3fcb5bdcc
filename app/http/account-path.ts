import { isStaff } from "~/domain/identity/session-person";
import type { Role } from "~/platform/ctx.server";
import { paths } from "./paths";

/** A part of one's account, in the half one works in. */
export const accountPath = (role: Role, part: string): string =>
  isStaff(role) ? paths.desk.accountPart(part) : paths.accountPart(part);
