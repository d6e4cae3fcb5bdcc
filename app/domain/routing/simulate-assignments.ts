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

/** Tries in a row of one queue that end in "nobody fits". */
const MOST_TRIES = 20;

/**
 * Who would get tickets that arrive one after the other, everybody beginning without work. A ticket that finds nobody
 * waits and is tried again, most urgent first, with each later arrival in its queue and whenever a place comes free.
 */
export function simulateAssignments(tickets: readonly SimulatedTicket[], roster: SimulatedRoster): SimulatedOutcome[] {
  const outcomes: SimulatedOutcome[] = tickets.map(() => ({ personId: null, waits: null }));
  const loads = new Map<string, number>();
  const turns = new Map<string, number>();
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
      turns.set(`${queueId} ${personId}`, ++turn);
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
    const absent = roster.absences.filter(({ from, to }) => from <= at && at < to);
    const standsIn = new Map<string, { for: string[]; assignable: boolean }>();
    for (const { personId, assignable } of members) {
      const standInId = absent.find((absence) => absence.personId === personId)?.standInId;
      if (!standInId) continue;
      const known = standsIn.get(standInId) ?? { for: [], assignable: false };
      standsIn.set(standInId, { for: [...known.for, personId], assignable: known.assignable || assignable });
    }
    const own = new Set(members.map(({ personId }) => personId));
    const all = [
      ...members.map((member) => ({ ...member, member: true })),
      ...[...standsIn].flatMap(([personId, { assignable }]) =>
        own.has(personId) ? [] : [{ personId, assignable, member: false }],
      ),
    ];
    return all.flatMap(({ personId, assignable, member }) => {
      const person = roster.people.get(personId);
      if (!person) return [];
      const { hours, ...facts } = person;
      return [
        {
          ...facts,
          personId,
          assignable,
          member,
          standsInFor: standsIn.get(personId)?.for ?? [],
          presence: "available" as const,
          onHours: onHours(hours, at),
          absent: absent.some((absence) => absence.personId === personId),
          load: loads.get(personId) ?? 0,
          lastAssignedAt: turns.get(`${queueId} ${personId}`) ?? null,
        },
      ];
    });
  }
}

const urgency = ({ priority }: SimulatedTicket): number => PRIORITIES.indexOf(priority);
