import { toSeconds } from "~/domain/calendars/pauses";
import { NEVER } from "~/lib/never";
import type { ClockFacts, ClockPolicy, ClockVersion, Target } from "./clock-facts";
import { type Alarm, calendarOf, computeCycle, type ComputedCycle, isPausing, pausesOf } from "./compute-cycle";
import type { PlannedCycle } from "./plan-cycles";

export type Moment = {
  now: Date;
  /** The moment of the act: pressing Send, the customer's message. */
  at: Date;
  /** Up to here the cycles ran as their rows say; what was due before was breached under the version it had. */
  ranUntil: Date;
};

export type FiredStep = {
  step: string;
  /** A warning or a breach of a due time that the change itself put into the past: then nobody is warned of it. */
  atOnce: boolean;
  /** A warning that comes with the breach, nobody having looked in between. */
  late: boolean;
};
export type SettledCycle = { target: Target; isNew: boolean; changed: boolean; fired: FiredStep[] };

type Known = {
  policy: ClockPolicy | null;
  /** The version of a cycle that is breached and keeps it. */
  versionOf(target: Target): ClockVersion;
  /** The steps that fired already. */
  fired: ReadonlySet<string>;
  newId(): string;
};

/**
 * What becomes of one planned cycle: its row, and the steps that fire now. A cycle that runs goes by the ticket's
 * present policy; once it is breached it keeps its version, and only the rest of its ladder moves with the pauses. Null
 * when there was none and the policy has no such target.
 */
export function settleClock(
  ticket: ClockFacts,
  planned: PlannedCycle,
  moment: Moment,
  known: Known,
): SettledCycle | null {
  const before = planned.target;
  const pinned = before && wasBreached(before, moment.ranUntil) ? before : null;
  const terms = pinned ? termsOf(pinned) : presentTerms(ticket, planned, known.policy);
  if (!terms) return before && withdrawn(before, moment.at);

  const version = pinned
    ? known.versionOf(pinned)
    : { rules: known.policy!.rules, calendar: known.policy!.calendar.compiled };
  const startedAt = pinned?.startedAt ?? planned.startedAt;
  const end = planned.end && (planned.end.metAt ?? planned.end.cancelledAt);
  const computed = computeCycle(
    { kind: planned.kind, startedAt, budgetSeconds: terms.budgetSeconds },
    calendarOf(terms.clock, version.calendar),
    pausesOf(ticket.spans, version.rules),
    version.rules.ladder,
    end,
  );
  if (pinned) keepInstants(computed, pinned);
  const { dueAt } = computed;
  const held = isHeld(ticket, planned.kind, dueAt, version.rules);
  const { fires, breachedAt } = whatFires(ticket, held, pinned, dueAt, computed, end, moment.now, known.fired);
  const rest = computed.alarms.filter(({ step }) => !known.fired.has(step) && !fires.includes(step));
  const target: Target = {
    ...terms,
    id: before?.id ?? known.newId(),
    kind: planned.kind,
    cycle: planned.cycle,
    startedAt,
    dueAt,
    warnAt: computed.warnAt,
    usedSeconds: computed.usedSeconds,
    pausedSeconds: computed.pausedSeconds,
    pausedAt: computed.pausedAt,
    metAt: planned.end?.metAt ?? null,
    cancelledAt: planned.end?.cancelledAt ?? null,
    breachedAt,
    nextAlarmAt: end || ticket.deletedAt ? NEVER : nextAlarm(rest, computed.warnAt, moment.now),
  };
  const breaches = fires.includes("breach");
  const atOnce = breaches && !end && dueAt?.getTime() !== before?.dueAt?.getTime();
  return {
    target,
    isNew: !before,
    changed: !before || !sameTarget(before, target),
    fired: fires.map((step) => ({
      step,
      atOnce: atOnce && (step === "breach" || step === "warning"),
      late: !atOnce && step === "warning" && breaches,
    })),
  };
}

/** Overdue by its own row: later facts change its due time no more. */
const wasBreached = ({ breachedAt, dueAt, cancelledAt }: Target, ranUntil: Date): boolean =>
  breachedAt !== null || (!cancelledAt && dueAt !== null && toSeconds(dueAt) < toSeconds(ranUntil));

type Terms = Pick<
  Target,
  "policyVersionId" | "calendarVersionId" | "calendarId" | "priority" | "clock" | "budgetSeconds"
>;

const termsOf = ({
  policyVersionId,
  calendarVersionId,
  calendarId,
  priority,
  clock,
  budgetSeconds,
}: Target): Terms => ({
  policyVersionId,
  calendarVersionId,
  calendarId,
  priority,
  clock,
  budgetSeconds,
});

function presentTerms({ priority }: ClockFacts, { kind }: PlannedCycle, policy: ClockPolicy | null): Terms | null {
  const goal = policy?.rules.targets[kind];
  const budgetSeconds = goal?.seconds[priority];
  if (!policy || !goal || budgetSeconds === undefined) return null;
  const working = goal.clock === "working";
  return {
    policyVersionId: policy.versionId,
    calendarVersionId: working ? policy.calendar.versionId : null,
    calendarId: working ? policy.calendar.calendarId : null,
    priority,
    clock: goal.clock,
    budgetSeconds,
  };
}

/** The due time that passed stays, whatever moved since; only steps after it still follow the clock. */
function keepInstants(computed: ComputedCycle, { dueAt, warnAt }: Target): void {
  Object.assign(computed, { dueAt, warnAt, pausedAt: null });
  for (const alarm of computed.alarms) {
    if (alarm.step === "warning") alarm.at = warnAt;
    if (alarm.step === "breach") alarm.at = dueAt && new Date(dueAt.getTime() + 1_000);
  }
}

/** The policy has no such target for the ticket any more. */
function withdrawn(before: Target, at: Date): SettledCycle {
  if (before.cancelledAt) return { target: before, isNew: false, changed: false, fired: [] };
  const target = { ...before, pausedAt: null, cancelledAt: at, nextAlarmAt: NEVER };
  return { target, isNew: false, changed: true, fired: [] };
}

/** Which steps fire now: none while they are held back. */
function whatFires(
  ticket: ClockFacts,
  held: boolean,
  pinned: Target | null,
  dueAt: Date | null,
  { alarms }: ComputedCycle,
  end: Date | null,
  now: Date,
  fired: ReadonlySet<string>,
): { fires: string[]; breachedAt: Date | null } {
  const over = (until: Date) => dueAt !== null && toSeconds(dueAt) < toSeconds(until);
  const reached = (until: Date) =>
    alarms
      .filter(({ step, at }) => at && toSeconds(at) <= toSeconds(until) && !fired.has(step))
      .map(({ step }) => step);
  // What was done in time or is in the bin needs no alarm; what was done late was breached, whoever noticed.
  if (end) return over(end) ? { fires: reached(end), breachedAt: dueAt } : { fires: [], breachedAt: null };
  if (ticket.deletedAt) return { fires: [], breachedAt: pinned?.breachedAt ?? null };
  if (held) return { fires: [], breachedAt: pinned?.breachedAt ?? null };
  return { fires: reached(now), breachedAt: pinned?.breachedAt ?? (over(now) ? dueAt : null) };
}

/** A reply that was pressed in time and is not released yet holds back the alarms of what it meets, and of what it pauses. */
const isHeld = (
  { outgoing }: ClockFacts,
  kind: PlannedCycle["kind"],
  dueAt: Date | null,
  rules: ClockVersion["rules"],
): boolean =>
  outgoing.some(
    ({ pressedAt, leavesIt }) =>
      (kind !== "resolution" || isPausing(leavesIt, rules)) &&
      (dueAt === null || toSeconds(pressedAt) <= toSeconds(dueAt)),
  );

/** The earliest step that has not fired; "due soon" begins anew when the due time moved on after the warning. */
function nextAlarm(rest: readonly Alarm[], warnAt: Date | null, now: Date): Date {
  const instants = rest.flatMap(({ at }) => at ?? []);
  if (warnAt && warnAt > now) instants.push(warnAt);
  return instants.reduce((first, at) => (at < first ? at : first), NEVER);
}

const sameTarget = (a: Target, b: Target): boolean =>
  (Object.keys(b) as (keyof Target)[]).every((key) => {
    const [x, y] = [a[key], b[key]];
    return x instanceof Date && y instanceof Date ? x.getTime() === y.getTime() : x === y;
  });
