import type { TicketState } from "~/generated/prisma/enums";
import type { Span } from "./clock-facts";

const STANDING: readonly TicketState[] = ["waiting_customer", "waiting_third", "snoozed", "solved", "closed"];

type Move = {
  state: TicketState;
  /** Before the act; the same as `state` when nothing moved. */
  before: TicketState;
  /** Since when it was in the state before, for tickets older than spans. */
  beforeSince: Date;
  at: Date;
};

/** The stretches that a move ends and begins; both when it goes from one state of waiting to another. */
export function planSpans(
  spans: readonly Span[],
  { state, before, beforeSince, at }: Move,
  newId: () => string,
): Span[] {
  const lasting = spans.find(({ to }) => to === null) ?? null;
  if (lasting?.state === state) return [];
  const changes: Span[] = [];
  if (lasting) changes.push({ ...lasting, to: at > lasting.from ? at : lasting.from });
  else if (before !== state && STANDING.includes(before) && beforeSince < at)
    changes.push({ id: newId(), state: before, from: beforeSince, to: at });
  if (STANDING.includes(state))
    changes.push({ id: newId(), state, from: before === state && !lasting ? beforeSince : at, to: null });
  return changes;
}
