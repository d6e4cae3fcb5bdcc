import { isStaff } from "~/domain/identity/session-person";
import { listCategoryNames } from "~/domain/knowledge/list-category-names.server";
import { searchAsTyped } from "~/domain/search/search-as-typed.server";
import { type IndexAnswer, searchIndex } from "~/domain/search/search-index.server";
import type { Ctx } from "~/http/ctx.server";
import { type FoundRow, foundRows } from "./found-rows.server";
import { GROUPS, type SearchGroup, type SearchQuery } from "./read-search";

export type FoundGroup = {
  kind: SearchGroup;
  total: IndexAnswer["total"];
  rows: FoundRow[];
  next: string | null;
};
export type PortalAnswer = {
  groups: FoundGroup[];
  corrected: IndexAnswer["corrected"];
  categories: { id: string; name: string; count: number }[];
  standIn: boolean;
  /** Of all groups. */
  count: number;
};

const OVERVIEW = 4;
const PAGE = 20;
const CATEGORIES = 8;

/** Customers find their tickets as well; strangers, and staff, whose tickets are on the desk, the help centre alone. */
export const groupsFor = ({ actor }: Ctx): readonly SearchGroup[] =>
  actor.kind === "person" && !isStaff(actor.role) ? GROUPS : GROUPS.filter((group) => group !== "ticket");

/** Results by kind: a few of each, or of one kind a page with its topics. Every group is asked at once. */
export async function searchPortal(ctx: Ctx, query: SearchQuery): Promise<PortalAnswer> {
  const search = query.exact ? searchAsTyped : searchIndex;
  const shown = groupsFor(ctx);
  const answers = await Promise.all(
    shown.map(async (kind) => {
      const chosen = query.kind === kind;
      const topics = chosen && (kind === "article" || kind === "faq");
      const answer = await search(ctx, {
        text: query.q,
        kinds: kind === "ticket" ? ["ticket", "message"] : [kind],
        limit: chosen ? PAGE : OVERVIEW,
        after: chosen ? query.after : null,
        facets: topics ? ["category"] : [],
        filters: chosen && query.category ? [{ field: "category", any: [query.category] }] : [],
      });
      return { kind, answer };
    }),
  );
  const groups = await Promise.all(
    answers.map(async ({ kind, answer }) => ({
      kind,
      total: answer.total,
      next: answer.next,
      rows: !query.kind || query.kind === kind ? await foundRows(ctx, answer.hits) : [],
    })),
  );
  const facet = answers.flatMap(({ answer }) => answer.facets.category ?? []).slice(0, CATEGORIES);
  const names = await listCategoryNames(
    ctx,
    facet.map(({ value }) => value),
  );
  const found = answers.filter(({ answer }) => answer.total.count > 0);
  return {
    groups,
    categories: facet.flatMap(({ value, count }) => (names[value] ? [{ id: value, name: names[value], count }] : [])),
    // A word that one kind has is no slip of the finger for the others.
    corrected: found.every(({ answer }) => answer.corrected.length > 0) ? (found[0]?.answer.corrected ?? []) : [],
    standIn: answers.some(({ answer }) => answer.standIn),
    count: answers.reduce((sum, { answer }) => sum + answer.total.count, 0),
  };
}
