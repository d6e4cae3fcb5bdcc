import { isStaff } from "~/domain/identity/session-person";
import { logSearch } from "~/domain/search/log-search.server";
import type { Ctx } from "~/http/ctx.server";

type Search = { typed: string; results: number; final: boolean; userAgent: string };

/** Writes down what customers and strangers look for; staff who try the help centre out want nothing of it. */
export async function logPortalSearch(ctx: Ctx, search: Search): Promise<string | null> {
  if (ctx.actor.kind === "person" && isStaff(ctx.actor.role)) return null;
  return logSearch(ctx, { half: "portal", ...search });
}
