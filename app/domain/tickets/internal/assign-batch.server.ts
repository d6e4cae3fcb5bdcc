import { deadline } from "~/domain/calendars/deadline";
import {
  type AssignmentFacts,
  chooseAssignee,
  type Decision,
  offDuty,
  type QueueFacts,
} from "~/domain/routing/choose-assignee";
import type { AssignmentCursor } from "~/domain/routing/enqueue-assignment.server";
import { lockRoster, type RosterCandidate } from "~/domain/routing/lock-roster.server";
import { nextOnDuty } from "~/domain/routing/next-on-duty";
import type { WaitReason } from "~/domain/routing/trace";
import { packDecision } from "~/domain/routing/pack-decision";
import { keepRoster } from "~/domain/routing/keep-roster.server";
import { noteAssignments } from "~/domain/routing/note-assignments.server";
import { newId } from "~/lib/id";
import { NEVER } from "~/lib/never";
import type { Ctx } from "~/platform/ctx.server";
import { prepared } from "~/platform/prepared.server";
import { Prisma } from "~/platform/db.server";
import { clock } from "~/platform/clock.server";
import { inTransaction } from "~/platform/transaction.server";
import { stateReasonForRest } from "./state-reason.server";
import { lockWaitingTickets, type WaitingTicket } from "./waiting-tickets.server";
import { writeDecisions } from "./write-decisions.server";

const BATCH = 100;

/** What became of one batch. `after` is where the next one starts; null when there is nothing more to do. */
export type BatchResult = { assigned: number; after: AssignmentCursor | null; opensAt: Date | null };

type Queue = QueueFacts & { idleMinutes: number | null; least: number };

/**
 * Decides about the next hundred waiting tickets of a queue in one transaction: queue, tickets and agents are locked, in
 * this order, then choices follow one another in memory, each seeing the places and turns that the ones before took.
 */
export function assignBatch(ctx: Ctx, queueId: string, after: AssignmentCursor | null): Promise<BatchResult> {
  return inTransaction(ctx, async (outer) => {
    const queue = await lockQueue(outer, queueId);
    const tickets = queue ? await lockWaitingTickets(outer, queueId, after, BATCH) : [];
    if (!queue || !tickets.length) return { assigned: 0, after: null, opensAt: null };
    const roster = await lockRoster(outer, queueId);
    // Who made a place free while this run waited for the locks did so before: events tell it in that order.
    const ctx = { ...outer, now: new Date(Math.max(outer.now.getTime(), clock.now().getTime())) };
    const rosterId = await keepRoster(
      ctx,
      roster.map(({ personId }) => personId),
    );

    const turns = new Turns(ctx.now, roster);
    const decided = tickets.map((ticket) => {
      const facts = { queue, ticket: ticket.facts, candidates: roster };
      const decision = chooseAssignee(facts);
      const { trace, decisionId } = describe(ctx, facts, ticket, decision, rosterId);
      const load = decision.winner?.candidate.load ?? 0;
      const handBackAt = take(ctx, queue, turns, ticket, decision);
      return { ticket, decision, decisionId, trace, load, handBackAt };
    });
    await writeDecisions(ctx, queueId, decided);
    await noteAssignments(ctx, queueId, turns.taken());

    const waiting = decided.some(({ decision }) => !decision.winner);
    const opensAt = waiting ? nextOnDuty(ctx.now, roster) : null;
    const last = tickets.length === BATCH ? tickets.at(-1)! : null;
    const next = last && { priority: last.priority, dueAt: last.dueAt, id: last.id };
    const reason = forAll(queue, roster);
    const more = reason ? await stateForAll(ctx, queueId, queue, roster, rosterId, reason) : next !== null;
    return { assigned: turns.count, after: more ? next : null, opensAt };
  });
}

/** Null for a queue that is worked by pulling or gone; an archived one works on. */
async function lockQueue(ctx: Ctx, queueId: string): Promise<Queue | null> {
  const [queue] = await ctx.db.$queryRaw<Queue[]>(
    prepared(Prisma.sql`
      select q.assignment, q.last_agent as "lastAgent", q.language_fit as "languageFit", q.region_fit as "regionFit",
        q.idle_minutes as "idleMinutes", (select min(weight) from priority_weight) as least
      from queue q where q.id = ${queueId}::uuid for no key update of q`),
  );
  return queue && queue.assignment !== "manual" ? queue : null;
}

/** The reason that every ticket of the queue waits for now, whatever it is about; null when somebody has room. */
function forAll(queue: Queue, roster: readonly RosterCandidate[]): WaitReason | null {
  if (!roster.some(({ active, assignable }) => active && assignable)) return "no_members";
  const onDuty = roster.filter((one) => offDuty(one) === null);
  if (!onDuty.length) return "nobody_on_duty";
  return onDuty.some(({ load, capacity }) => load + queue.least <= capacity) ? null : "no_capacity";
}

async function stateForAll(
  ctx: Ctx,
  queueId: string,
  queue: Queue,
  candidates: readonly RosterCandidate[],
  rosterId: string,
  reason: WaitReason,
): Promise<boolean> {
  const ticket = { weight: queue.least, skills: [], language: "", region: "", lastAgentId: null, avoidId: null };
  const facts: AssignmentFacts = { queue, ticket, candidates };
  return stateReasonForRest(ctx, queueId, reason, packDecision(facts, chooseAssignee(facts), rosterId));
}

function describe(ctx: Ctx, facts: AssignmentFacts, ticket: WaitingTicket, decision: Decision, rosterId: string) {
  // A ticket that waits on for the same reason has its decision already.
  if (decision.waits && decision.waits === ticket.waitReason) return { trace: null, decisionId: null };
  return { trace: packDecision(facts, decision, rosterId), decisionId: newId(ctx.now.getTime()) };
}

/** Takes the places and moves the turn in memory; when the ticket comes back if nobody touches it. */
function take(ctx: Ctx, queue: Queue, turns: Turns, ticket: WaitingTicket, { winner }: Decision): Date {
  if (!winner) return NEVER;
  const candidate = winner.candidate as RosterCandidate;
  turns.give(candidate);
  candidate.load += ticket.facts.weight;
  return queue.idleMinutes ? (deadline(candidate.hours, ctx.now, queue.idleMinutes * 60) ?? NEVER) : NEVER;
}

/** The queue's turns: each assignment stands behind all before it, also when clocks of two workers differ. */
class Turns {
  #last: number;
  readonly #given = new Map<string, number>();
  count = 0;

  constructor(now: Date, roster: readonly RosterCandidate[]) {
    this.#last = Math.max(now.getTime() - 1, ...roster.map(({ lastAssignedAt }) => lastAssignedAt ?? 0));
  }

  give(candidate: RosterCandidate): void {
    this.count++;
    candidate.lastAssignedAt = ++this.#last;
    // A stand-in from outside has no turn of its own: it is that of those stood in for.
    for (const personId of candidate.member ? [candidate.personId] : candidate.standsInFor)
      this.#given.set(personId, this.#last);
  }

  taken = () => [...this.#given].map(([personId, at]) => ({ personId, at: new Date(at) }));
}
