import {
  DESK_SORTS,
  DESK_VIEWS,
  type DeskListQuery,
  type DeskSort,
  type DeskView,
  FIXED_SORTS,
} from "~/domain/tickets/views";
import { isId } from "~/lib/id";

/** The list that an address names; what does not fit falls back to "my tickets, latest activity". */
export function readListQuery(url: string): DeskListQuery {
  const query = new URL(url).searchParams;
  const queue = query.get("queue") ?? "";
  return {
    view: DESK_VIEWS.find((v) => v === query.get("view")) ?? "mine",
    sort: DESK_SORTS.find((s) => s === query.get("sort")) ?? "activity",
    queueId: isId(queue) ? queue : null,
    after: query.get("after"),
  };
}

/** The orders that a view offers. */
export function sortsOf(view: DeskView): readonly DeskSort[] {
  const fixed = FIXED_SORTS[view];
  return fixed ? [fixed] : DESK_SORTS;
}

/** The query that keeps a list beside a ticket. */
export const keepList = ({ view, sort, queueId, after }: DeskListQuery) => ({
  view: view === "mine" && !queueId ? null : view,
  sort: sort === "activity" ? null : sort,
  queue: queueId,
  after,
});
