import type { CompiledCalendar } from "~/domain/calendars/compile-calendar";
import { isWorking } from "~/domain/calendars/is-working";
import { type Candidate, chooseAssignee, type QueueFacts } from "./choose-assignee";
import { type Priority, PRIORITIES } from "./priorities";
import type { WaitReason } from "./trace";

/** The staff that a simulation works with: present members, hours and places; everybody is taken to be available. */
export type SimulatedRoster = {
  queues: ReadonlyMap<string, { facts: QueueFacts; members: readonly { personId: string; assignable: boolean }[] }>;
  people: ReadonlyMap<string, SimulatedPerson>;
  /** In milliseconds, [from, to). */
  absences: readonly { personId: string; standInId: string | null; from: number; to: number }[];
  weights: Readonly<Record<Priority, number>>;
};

type SimulatedPerson = Pick<Candidate, "active" | "capacity" | "skills" | "languages" | "regions"> & {
  hours: CompiledCalendar;
};

/** A ticket that arrives and takes its assignee's places until it ends; null never. Milliseconds. */
export type SimulatedTicket = {
  at: number;
  endsAt: number | null;
  queueId: string;
  priority: Priority;
  skills: readonly { skillId: string; level: number }[];
  language: string;
  /** Folded to lower case. */
  region: string;
  requesterId: string;
};

export type SimulatedOutcome = { personId: string | null; waits: WaitReason | null };

type Simulated = Candidate & { hours: CompiledCalendar };

const NOBODY: readonly string[] = [];

/** Tries in a row of one queue that end in "nobody fits". */
const MOST_TRIES = 20;

/**
 * Who would get tickets that arrive one after the other, everybody beginning without work. A ticket that finds nobody
 * waits and is tried again, most urgent first, with each later arrival in its queue and whenever a place comes free.
 */
export function simulateAssignments(tickets: readonly SimulatedTicket[], roster: SimulatedRoster): SimulatedOutcome[] {
  const outcomes: SimulatedOutcome[] = tickets.map(() => ({ personId: null, waits: null }));
  const loads = new Map<string, number>();
  const met = new Map<string, Map<string, Simulated>>();
  const lastAgents = new Map<string, string>();
  const waiting = new Map<string, number[]>();
  const moments = [
    ...tickets.map(({ at }, ticket) => ({ at, ticket, arrives: true })),
    ...tickets.flatMap(({ at, endsAt }, ticket) =>
      endsAt !== null && endsAt >= at ? [{ at: endsAt, ticket, arrives: false }] : [],
    ),
  ].toSorted((a, b) => a.at - b.at || Number(b.arrives) - Number(a.arrives) || a.ticket - b.ticket);
  let turn = 0;
  let asked = { at: Number.NaN, open: new Map<CompiledCalendar, boolean>() };

  for (const { at, ticket, arrives } of moments) {
    const { queueId, priority } = tickets[ticket]!;
    if (arrives) {
      const list = waiting.get(queueId) ?? [];
      list.push(ticket);
      list.sort((a, b) => urgency(tickets[a]!) - urgency(tickets[b]!) || a - b);
      waiting.set(queueId, list);
      tryQueue(queueId, at);
    } else {
      const { personId } = outcomes[ticket]!;
      const list = waiting.get(queueId);
      if (!personId) list?.splice(list.indexOf(ticket), 1);
      else {
        loads.set(personId, (loads.get(personId) ?? 0) - roster.weights[priority]);
        for (const [id, { length }] of waiting) if (length) tryQueue(id, at);
      }
    }
  }
  return outcomes;

  function tryQueue(queueId: string, at: number): void {
    const queue = roster.queues.get(queueId);
    const list = waiting.get(queueId);
    if (!queue || !list) return;
    let tries = 0;
    for (let i = 0; i < list.length && tries < MOST_TRIES;) {
      const place = list[i]!;
      const ticket = tickets[place]!;
      const { winner, waits } = chooseAssignee({
        queue: queue.facts,
        ticket: {
          weight: roster.weights[ticket.priority],
          skills: ticket.skills.map(({ skillId, level }) => ({ id: skillId, level })),
          language: ticket.language,
          region: ticket.region,
          lastAgentId: lastAgents.get(ticket.requesterId) ?? null,
          avoidId: null,
        },
        candidates: candidatesOf(queueId, queue.members, at),
      });
      if (!winner) {
        for (const later of list.slice(i)) outcomes[later]!.waits ??= waits;
        outcomes[place]!.waits = waits;
        if (waits !== "nobody_fits") return;
        tries++;
        i++;
        continue;
      }
      const { personId } = winner.candidate;
      outcomes[place] = { personId, waits: null };
      loads.set(personId, (loads.get(personId) ?? 0) + roster.weights[ticket.priority]);
      winner.candidate.lastAssignedAt = ++turn;
      lastAgents.set(ticket.requesterId, personId);
      list.splice(i, 1);
    }
  }

  /** Many people share few calendars, and a moment is asked of all of them. */
  function onHours(hours: CompiledCalendar, at: number): boolean {
    if (asked.at !== at) asked = { at, open: new Map() };
    let open = asked.open.get(hours);
    if (open === undefined) asked.open.set(hours, (open = isWorking(hours, new Date(at))));
    return open;
  }

  function candidatesOf(
    queueId: string,
    members: readonly { personId: string; assignable: boolean }[],
    at: number,
  ): Candidate[] {
    const absent = new Map<string, string | null>();
    for (const { personId, standInId, from, to } of roster.absences)
      if (from <= at && at < to) absent.set(personId, standInId);
    const standsIn = new Map<string, { for: string[]; assignable: boolean }>();
    for (const { personId, assignable } of absent.size ? members : []) {
      const standInId = absent.get(personId);
      if (!standInId) continue;
      const known = standsIn.get(standInId) ?? { for: [], assignable: false };
      standsIn.set(standInId, { for: [...known.for, personId], assignable: known.assignable || assignable });
    }
    const candidates: Candidate[] = [];
    const add = (personId: string, assignable: boolean, member: boolean) => {
      const candidate = candidateOf(queueId, personId, member);
      if (!candidate) return;
      candidate.assignable = assignable;
      candidate.standsInFor = standsIn.get(personId)?.for ?? NOBODY;
      candidate.onHours = onHours(candidate.hours, at);
      candidate.absent = absent.has(personId);
      candidate.load = loads.get(personId) ?? 0;
      candidates.push(candidate);
    };
    for (const { personId, assignable } of members) add(personId, assignable, true);
    for (const [personId, { assignable }] of standsIn)
      if (!members.some((member) => member.personId === personId)) add(personId, assignable, false);
    return candidates;
  }

  /** One object for a person in a queue, whose turn it keeps: hundreds are asked hundreds of times. */
  function candidateOf(queueId: string, personId: string, member: boolean): Simulated | null {
    let ofQueue = met.get(queueId);
    if (!ofQueue) met.set(queueId, (ofQueue = new Map()));
    const known = ofQueue.get(personId);
    if (known) return known;
    const person = roster.people.get(personId);
    if (!person) return null;
    const changing = { standsInFor: NOBODY, assignable: false, onHours: false, absent: false, load: 0 };
    const fresh = { ...person, ...changing, personId, member, presence: "available" as const, lastAssignedAt: null };
    ofQueue.set(personId, fresh);
    return fresh;
  }
}

const urgency = ({ priority }: SimulatedTicket): number => PRIORITIES.indexOf(priority);
