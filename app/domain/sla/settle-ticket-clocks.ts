import { toSeconds } from "~/domain/calendars/pauses";
import type { SlaKind } from "~/generated/prisma/enums";
import { NEVER } from "~/lib/never";
import type { ClockFacts, ClockPolicy, ClockVersion, Target } from "./clock-facts";
import { planCycles } from "./plan-cycles";
import { type Moment, settleClock, type SettledCycle } from "./settle-clock";

/** What the ticket's row says of its clocks. */
export type ClockColumns = {
  nextDueAt: Date;
  dueKind: SlaKind | null;
  dueWarnAt: Date;
  dueSoon: boolean;
  clockPaused: boolean;
};

export type Settled = { cycles: SettledCycle[]; columns: ClockColumns };

type Known = {
  policy: ClockPolicy | null;
  versionOf(target: Target): ClockVersion;
  /** The newest cycle of each kind, with the steps that fired. */
  newest: readonly { target: Target; fired: readonly string[] }[];
  newId(): string;
};

const NOTHING = new Set<string>();

/** Everything that follows for a ticket's clocks at one moment: the same facts give the same rows. */
export function settleTicketClocks(ticket: ClockFacts, moment: Moment, known: Known): Settled {
  const planned = planCycles(
    ticket,
    known.newest.map(({ target }) => target),
    moment.at,
  );
  const cycles = planned.flatMap((plan) => {
    const last = plan.target && known.newest.find(({ target }) => target.id === plan.target?.id);
    const fired = last ? new Set(last.fired) : NOTHING;
    return settleClock(ticket, plan, moment, { ...known, fired }) ?? [];
  });
  return { cycles, columns: columnsOf(cycles, moment.now) };
}

function columnsOf(cycles: readonly SettledCycle[], now: Date): ClockColumns {
  const running = cycles.map(({ target }) => target).filter(({ metAt, cancelledAt }) => !metAt && !cancelledAt);
  const due = running.filter(({ dueAt }) => dueAt).sort((a, b) => a.dueAt!.getTime() - b.dueAt!.getTime());
  const [next] = due;
  return {
    nextDueAt: next?.dueAt ?? NEVER,
    dueKind: next?.kind ?? null,
    dueWarnAt: next?.warnAt ?? NEVER,
    dueSoon: due.some(({ warnAt, dueAt }) => toSeconds(warnAt ?? dueAt!) <= toSeconds(now)),
    clockPaused: running.length > 0 && running.every(({ dueAt, pausedAt }) => !dueAt && pausedAt !== null),
  };
}
