import { logSearch } from "~/domain/search/log-search.server";
import type { PersonCtx } from "~/http/ctx.server";
import type { FoundRow } from "./found-rows.server";

type Search = { typed: string; results: number; final: boolean; userAgent: string };

/** Writes down what agents look for; who looks a customer up leaves no name in the log. */
export async function logDeskSearch(ctx: PersonCtx, search: Search, rows: readonly FoundRow[]): Promise<string | null> {
  const names = rows.some(({ kind }) => kind === "contact" || kind === "organization");
  return names ? null : logSearch(ctx, { half: "desk", ...search });
}
