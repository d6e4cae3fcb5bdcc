import type { SlaKind } from "~/generated/prisma/enums";
import { isNever } from "~/lib/never";
import type { ClockFacts, Target } from "./clock-facts";
import { SLA_KINDS } from "./schema";

export type Ending = { metAt: Date; cancelledAt: null } | { metAt: null; cancelledAt: Date };

/** One cycle that runs, ends or begins. `target` is its row so far; null when it begins. */
export type PlannedCycle = {
  kind: SlaKind;
  cycle: number;
  startedAt: Date;
  target: Target | null;
  end: Ending | null;
};

/**
 * The cycles that a ticket's facts ask for, from the newest row of each kind. First reply: for tickets that the
 * customer's side opened, until a person answers. Next reply: from the first unanswered customer message, later ones do
 * not restart it. Resolution: from the opening until solved; a reopened one begins anew with the same start. What is no
 * longer waited for is cancelled, and the same wait goes on in the same cycle, so that its alarms fire once. `at` is the
 * moment of the act.
 */
export function planCycles(ticket: ClockFacts, newest: readonly Target[], at: Date): PlannedCycle[] {
  return SLA_KINDS.flatMap((kind) => {
    const target = newest.find((row) => row.kind === kind) ?? null;
    const wanted = wantedSince(kind, ticket);
    if (!target || target.metAt) return wanted ? [begin(kind, wanted, target)] : [];
    if (target.cancelledAt) {
      if (!wanted) return [];
      return sameInstant(wanted, target.startedAt)
        ? [{ kind, cycle: target.cycle, startedAt: wanted, target, end: null }]
        : [begin(kind, wanted, target)];
    }
    const end = endOf(kind, ticket, target, wanted, at);
    const running: PlannedCycle = {
      kind,
      cycle: target.cycle,
      startedAt: (end ? null : wanted) ?? target.startedAt,
      target,
      end,
    };
    return end && wanted ? [running, begin(kind, wanted, target)] : [running];
  });
}

const begin = (kind: SlaKind, startedAt: Date, last: Target | null): PlannedCycle => ({
  kind,
  cycle: (last?.cycle ?? 0) + 1,
  startedAt,
  target: null,
  end: null,
});

const sameInstant = (a: Date, b: Date) => a.getTime() === b.getTime();

/** Since when somebody waits for this; null when nobody does. */
function wantedSince(kind: SlaKind, ticket: ClockFacts): Date | null {
  if (ticket.state === "solved" || ticket.state === "closed") return null;
  if (kind === "resolution") return ticket.createdAt;
  const first = !ticket.firstReplyAt && ticket.openedByCustomer;
  if (kind === "first_reply") return first ? ticket.createdAt : null;
  return first || !ticket.lastCustomerAt || isNever(ticket.waitingSince) ? null : ticket.waitingSince;
}

/** How a running cycle ended, null while it runs: only what a person did at or after its start meets it. */
function endOf(kind: SlaKind, ticket: ClockFacts, target: Target, wanted: Date | null, at: Date): Ending | null {
  const met = (metAt: Date | null): Ending | null => metAt && { metAt, cancelledAt: null };
  const cancelled: Ending = { metAt: null, cancelledAt: at };
  switch (kind) {
    case "first_reply":
      return met(ticket.firstReplyAt) ?? (wanted ? null : cancelled);
    case "next_reply": {
      if (wanted && wanted <= target.startedAt) return null;
      const answered = ticket.lastAgentAt && ticket.lastAgentAt >= target.startedAt ? ticket.lastAgentAt : null;
      return met(answered) ?? (wanted ? null : cancelled);
    }
    case "resolution": {
      if (wanted) return null;
      if (ticket.merged) return cancelled;
      const done = ticket.solvedAt ?? ticket.closedAt ?? at;
      return met(at < done ? at : done);
    }
  }
}
