import { isStaff } from "~/domain/identity/session-person";
import { forbidden } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import type { SearchAnswer, SearchRequest } from "#search/engine";
import { hasWords } from "./has-words";
import { mainEngine } from "./internal/engines.server";
import { readPageMark, sealPageMark } from "./internal/page-mark.server";
import { standInOrNot } from "./internal/stand-in.server";
import { principalsOf } from "./principals-of.server";

export type IndexRequest = Omit<SearchRequest, "principals" | "locale"> & Partial<Pick<SearchRequest, "locale">>;

/** `standIn`: PostgreSQL answers because the engine that is configured does not. */
export type IndexAnswer = SearchAnswer & { engine: "postgres" | "meilisearch"; standIn: boolean };

/** What readers may filter and count by; the rest (tags, assignees, queues …) tells what only the desk knows. */
const READERS_FIELDS: ReadonlySet<string> = new Set("category audience locale at open number channel type".split(" "));

/**
 * Searches the one index as the actor: the answer, its facets, totals, corrections and marked words come of documents
 * that the actor may read and of no others. The language is the context's unless told otherwise. No text asks for all;
 * a text without a word, such as a long key, for nothing.
 */
export async function searchIndex(ctx: Ctx, request: IndexRequest): Promise<IndexAnswer> {
  if (!atDesk(ctx)) refuseDeskFields(request);
  if (request.text.trim() && !hasWords(request.text)) return { ...NOTHING, engine: mainEngine(), standIn: false };
  const principals = await principalsOf(ctx);
  const asked: SearchRequest = {
    ...request,
    locale: request.locale ?? ctx.locale,
    limit: Math.min(Math.max(1, Math.trunc(request.limit)), 100),
    after: readPageMark(request.after),
    principals,
  };
  const answer = await standInOrNot(ctx, (engine) => engine.search(asked));
  return { ...answer, next: sealPageMark(answer.next) };
}

export const NOTHING: SearchAnswer = {
  hits: [],
  next: null,
  total: { count: 0, capped: false },
  facets: {},
  corrected: [],
};

const atDesk = ({ actor }: Ctx): boolean =>
  actor.kind === "system" || actor.kind === "rule" || (actor.kind === "person" && isStaff(actor.role));

function refuseDeskFields({ filters = [], facets = [] }: IndexRequest): void {
  for (const field of [...filters.map((filter) => filter.field), ...facets])
    if (!READERS_FIELDS.has(field)) throw forbidden();
}
