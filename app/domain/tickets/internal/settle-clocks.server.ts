import { choosePolicy } from "~/domain/sla/choose-policy";
import type { ClockPolicy, ClockVersion, Target } from "~/domain/sla/clock-facts";
import { loadPolicies } from "~/domain/sla/load-policies.server";
import { loadVersions } from "~/domain/sla/load-versions.server";
import { planSpans } from "~/domain/sla/plan-spans";
import { settleTicketClocks } from "~/domain/sla/settle-ticket-clocks";
import { newId } from "~/lib/id";
import { isNever } from "~/lib/never";
import type { Ctx } from "~/platform/ctx.server";
import { type FiredCycle, fireSteps } from "./fire-steps.server";
import { type ClockTicket, conditionFacts, readClockFacts } from "./read-clock-facts.server";
import type { Written } from "./written";
import { wakeSweep } from "./wake-sweep.server";
import { type ClockWrites, writeClocks } from "./write-clocks.server";

/**
 * Brings the clocks of locked tickets in line with what was written, and with the policies of this moment: the stretches
 * of waiting, the cycles' rows, the ticket's own columns, and the steps whose time has come. One statement reads all;
 * what stays the same is not written.
 */
export async function settleClocks(ctx: Ctx, written: readonly Written[]): Promise<void> {
  const tickets = await readClockFacts(
    ctx,
    written.map(({ id }) => id),
  );
  const [first] = tickets;
  if (!first) return;
  const { epoch } = first;
  const policies = await loadPolicies(ctx, epoch.mark);
  const breached = tickets.flatMap(({ newest }) => newest.map(({ target }) => target).filter(isRunning));
  const versionOf = versionsOf(policies, breached) ?? (await loadVersions(ctx, breached));

  const writes: ClockWrites = { spans: [], targets: [], tickets: [] };
  const fired: FiredCycle[] = [];
  let nextAlarm = Infinity;
  for (const ticket of tickets) {
    const act = written.find(({ id }) => id === ticket.id);
    const at = act?.at && act.at < ctx.now ? act.at : ctx.now;
    addSpans(ctx, writes, ticket, act?.before ?? null, at);
    const policy = choosePolicy(policies, conditionFacts(ticket), ticket.contractPolicyId);
    const { cycles, columns } = settleTicketClocks(
      ticket.facts,
      { now: ctx.now, at, ranUntil: ranUntil(ticket, at) },
      { policy, versionOf, newest: ticket.newest, newId: () => newId(ctx.now.getTime()) },
    );
    const row = { ...columns, clockVersion: epoch.version };
    if (!sameColumns(ticket.columns, row)) writes.tickets.push({ ...row, id: ticket.id });
    for (const cycle of cycles) {
      if (cycle.changed) writes.targets.push({ ...cycle.target, ticketId: ticket.id });
      if (cycle.fired.length) fired.push({ ...cycle, ticketId: ticket.id });
      const alarm = cycle.target.nextAlarmAt;
      if (!isNever(alarm) && alarm > ctx.now) nextAlarm = Math.min(nextAlarm, alarm.getTime());
    }
  }
  await writeClocks(ctx, writes);
  await fireSteps(ctx, fired);
  await wakeSweep(ctx, nextAlarm);
}

const isRunning = ({ metAt, cancelledAt, breachedAt }: Target) => !metAt && (!cancelledAt || breachedAt !== null);

/** No statement when every cycle runs under a version that is the newest still. */
function versionsOf(
  policies: readonly ClockPolicy[],
  targets: readonly Target[],
): ((target: Target) => ClockVersion) | null {
  const find = (target: Target) =>
    policies.find(
      ({ versionId, calendar }) =>
        versionId === target.policyVersionId &&
        (target.calendarVersionId === null || target.calendarVersionId === calendar.versionId),
    );
  if (!targets.every(find)) return null;
  return (target) => {
    const policy = find(target);
    if (!policy) throw new Error("every cycle's version was found");
    return { rules: policy.rules, calendar: policy.calendar.compiled };
  };
}

/** A cycle ran as its row says until the act, or until the change of policies and hours that it has not heard of yet. */
function ranUntil({ columns, epoch }: ClockTicket, at: Date): Date {
  const stale = columns.clockVersion >= 0 && columns.clockVersion !== epoch.version;
  return stale && epoch.at && epoch.at < at ? epoch.at : at;
}

function addSpans(ctx: Ctx, writes: ClockWrites, ticket: ClockTicket, before: Written["before"], at: Date): void {
  const { facts, id: ticketId } = ticket;
  const was = before ?? { state: facts.state, ...sinceOf(facts), activityAt: ticket.activityAt };
  const spans = planSpans(
    facts.spans,
    {
      state: facts.state,
      before: was.state,
      beforeSince: was.closedAt ?? was.solvedAt ?? was.activityAt,
      at,
    },
    () => newId(ctx.now.getTime()),
  );
  for (const span of spans) {
    writes.spans.push({ ...span, ticketId });
    facts.spans = [...facts.spans.filter(({ id }) => id !== span.id), span];
  }
}

const sinceOf = ({ closedAt, solvedAt }: { closedAt: Date | null; solvedAt: Date | null }) => ({ closedAt, solvedAt });

function sameColumns(a: ClockTicket["columns"], b: ClockTicket["columns"]): boolean {
  return (
    a.nextDueAt.getTime() === b.nextDueAt.getTime() &&
    a.dueKind === b.dueKind &&
    a.dueWarnAt.getTime() === b.dueWarnAt.getTime() &&
    a.dueSoon === b.dueSoon &&
    a.clockPaused === b.clockPaused &&
    a.clockVersion === b.clockVersion
  );
}
