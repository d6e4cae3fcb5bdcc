import { isStaff } from "~/domain/identity/session-person";
import { forbidden } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import type { SearchAnswer, SearchRequest } from "#search/engine";
import { standInOrNot } from "./internal/stand-in.server";
import { principalsOf } from "./principals-of.server";

export type IndexRequest = Omit<SearchRequest, "principals" | "locale"> & Partial<Pick<SearchRequest, "locale">>;

/** `standIn`: PostgreSQL answers because the engine that is configured does not. */
export type IndexAnswer = SearchAnswer & { engine: "postgres" | "meilisearch"; standIn: boolean };

/** What readers may filter and count by; the rest (tags, assignees, queues …) tells what only the desk knows. */
const READERS_FIELDS: ReadonlySet<string> = new Set("category audience locale at open number channel type".split(" "));

/**
 * Searches the one index as the actor: the answer, its facets, totals, corrections and marked words come of documents
 * that the actor may read and of no others. The language is the context's unless told otherwise.
 */
export async function searchIndex(ctx: Ctx, request: IndexRequest): Promise<IndexAnswer> {
  if (!atDesk(ctx)) refuseDeskFields(request);
  const principals = await principalsOf(ctx);
  const asked: SearchRequest = {
    ...request,
    locale: request.locale ?? ctx.locale,
    limit: Math.min(Math.max(1, Math.trunc(request.limit)), 100),
    principals,
  };
  return standInOrNot(ctx, (engine) => engine.search(asked));
}

const atDesk = ({ actor }: Ctx): boolean =>
  actor.kind === "system" || actor.kind === "rule" || (actor.kind === "person" && isStaff(actor.role));

function refuseDeskFields({ filters = [], facets = [] }: IndexRequest): void {
  for (const field of [...filters.map((filter) => filter.field), ...facets])
    if (!READERS_FIELDS.has(field)) throw forbidden();
}
