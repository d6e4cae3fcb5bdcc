import type { InValue } from "~/domain/search/operators";
import { searchAsTyped } from "~/domain/search/search-as-typed.server";
import { type IndexAnswer, type IndexRequest, searchIndex } from "~/domain/search/search-index.server";
import type { PersonCtx } from "~/http/ctx.server";
import { type FoundRow, foundRows } from "./found-rows.server";
import type { ResolvedQuery } from "./resolve-query.server";

export const KINDS: Record<InValue, IndexRequest["kinds"]> = {
  tickets: ["ticket", "message"],
  articles: ["article", "faq", "news"],
  customers: ["contact", "organization"],
};
export const SCOPES: readonly InValue[] = ["tickets", "articles", "customers"];

export type FoundScope = {
  scope: InValue;
  total: IndexAnswer["total"];
  rows: FoundRow[];
  next: string | null;
};
export type DeskAnswer = {
  groups: FoundScope[];
  facets: IndexAnswer["facets"];
  corrected: IndexAnswer["corrected"];
  standIn: boolean;
  count: number;
};

type Asked = { scope: InValue | null; exact: boolean; after: string | null };

const FACETS = ["open", "queue", "assignee", "priority", "tag"];
const OVERVIEW = { tickets: 10, articles: 5, customers: 5 };
const PAGE = 25;

/** Results by kind: some of each, or of one kind a page. Every kind that the operators allow is asked at once. */
export async function searchDesk(ctx: PersonCtx, resolved: ResolvedQuery, asked: Asked): Promise<DeskAnswer> {
  const scopes = resolved.impossible ? [] : SCOPES.filter((scope) => resolved.scopes.includes(scope));
  const search = asked.exact ? searchAsTyped : searchIndex;
  const answers = await Promise.all(
    scopes.map(async (scope) => {
      const chosen = asked.scope === scope || scopes.length === 1;
      const answer = await search(ctx, {
        text: resolved.query.text,
        kinds: KINDS[scope],
        filters: resolved.filters,
        facets: scope === "tickets" ? FACETS : [],
        limit: chosen ? PAGE : OVERVIEW[scope],
        after: chosen ? asked.after : null,
      });
      return { scope, answer, shown: asked.scope === null || asked.scope === scope };
    }),
  );
  const rows = await foundRows(
    ctx,
    answers.flatMap(({ answer, shown }) => (shown ? answer.hits : [])),
  );
  const found = answers.filter(({ answer }) => answer.total.count > 0);
  return {
    groups: answers.map(({ scope, answer: { total, next } }) => ({
      scope,
      total,
      next,
      rows: rows.filter(({ kind }) => (KINDS[scope] as readonly string[]).includes(kind)),
    })),
    facets: answers.find(({ scope }) => scope === "tickets")?.answer.facets ?? {},
    // A word that one kind has is no slip of the finger for the others.
    corrected: found.every(({ answer }) => answer.corrected.length > 0) ? (found[0]?.answer.corrected ?? []) : [],
    standIn: answers.some(({ answer }) => answer.standIn),
    count: answers.reduce((sum, { answer }) => sum + answer.total.count, 0),
  };
}
