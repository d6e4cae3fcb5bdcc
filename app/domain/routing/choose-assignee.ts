import type { AgentPresence, Assignment, Fit } from "~/generated/prisma/enums";
import type { ChosenBy, LeftOut, WaitReason } from "./trace";

/** What the choice looks at: facts about each member of the queue and each stand-in, never a row. */
export type Candidate = {
  personId: string;
  /** Absent members whose work comes here now. */
  standsInFor: readonly string[];
  /** False for a stand-in from outside the queue. */
  member: boolean;
  /** Staff, not deactivated. */
  active: boolean;
  /** Takes part in automatic assignment. */
  assignable: boolean;
  presence: AgentPresence;
  /** Within the own working hours. */
  onHours: boolean;
  /** Out of office. */
  absent: boolean;
  /** Places for work, and those in use. */
  capacity: number;
  load: number;
  /** Skill -> level. */
  skills: ReadonlyMap<string, number>;
  languages: readonly string[];
  /** Folded to lower case. */
  regions: readonly string[];
  /** Epoch milliseconds; null for who never got one in this queue. */
  lastAssignedAt: number | null;
};

export type QueueFacts = { assignment: Assignment; lastAgent: boolean; languageFit: Fit; regionFit: Fit };

export type TicketFacts = {
  /** Places it takes. */
  weight: number;
  /** Each must be met. */
  skills: readonly { id: string; level: number }[];
  language: string;
  /** Folded to lower case; "" fits everybody. */
  region: string;
  /** Who last worked for this customer. */
  lastAgentId: string | null;
  /** From whom it has just come back: only when nobody else is free. */
  avoidId: string | null;
};

export type AssignmentFacts = { queue: QueueFacts; ticket: TicketFacts; candidates: readonly Candidate[] };

/** How one candidate stood. */
export type Considered = {
  candidate: Candidate;
  leftOut: LeftOut | null;
  speaks: boolean;
  inRegion: boolean;
  /** Sum of the levels of the required skills. */
  score: number;
};

export type Decision = {
  /** Whom it goes to, else `waits` says why nobody. */
  winner: Considered | null;
  by: ChosenBy | null;
  waits: WaitReason | null;
  /** Every candidate, in the order given. */
  considered: Considered[];
};

/**
 * Who of the queue gets the ticket. Left out is who is not there, not on duty, has no room or lacks what is required;
 * the others are ranked: not who has just handed it back, the customer's last agent, then the queue's method, equal ones
 * by turn and last by id. The same facts give the same decision.
 */
export function chooseAssignee({ queue, ticket, candidates }: AssignmentFacts): Decision {
  const considered = candidates.map((candidate) => consider(queue, ticket, candidate));
  if (queue.assignment === "manual") return { winner: null, by: null, waits: "manual", considered };
  let winner: Considered | null = null;
  for (const one of considered) if (!one.leftOut && (!winner || ranks(queue, ticket, one, winner) < 0)) winner = one;
  if (!winner) return { winner, by: null, waits: whyNobody(queue, ticket, considered), considered };
  return { winner, by: chosenBy(queue.assignment, queue, ticket, winner.candidate), waits: null, considered };
}

/** On duty: there, available, within working hours and not out of office. */
export function offDuty(candidate: Candidate): LeftOut | null {
  if (!candidate.active) return "inactive";
  if (!candidate.assignable) return "not_assignable";
  if (candidate.presence !== "available") return candidate.presence;
  if (!candidate.onHours) return "outside_hours";
  return candidate.absent ? "absent" : null;
}

function consider(queue: QueueFacts, ticket: TicketFacts, candidate: Candidate): Considered {
  const speaks = candidate.languages.includes(ticket.language);
  const inRegion = ticket.region === "" || candidate.regions.includes(ticket.region);
  let score = 0;
  for (const { id } of ticket.skills) score += candidate.skills.get(id) ?? 0;
  const leftOut =
    offDuty(candidate) ??
    (candidate.load + ticket.weight > candidate.capacity ? "full" : unfit(queue, ticket, candidate, speaks, inRegion));
  return { candidate, leftOut, speaks, inRegion, score };
}

function unfit(
  queue: QueueFacts,
  ticket: TicketFacts,
  candidate: Candidate,
  speaks: boolean,
  inRegion: boolean,
): LeftOut | null {
  for (const { id, level } of ticket.skills) if ((candidate.skills.get(id) ?? 0) < level) return "lacks_skill";
  if (queue.languageFit === "require" && !speaks) return "lacks_language";
  return queue.regionFit === "require" && !inRegion ? "lacks_region" : null;
}

/** Negative when `a` comes before `b`. */
function ranks(queue: QueueFacts, ticket: TicketFacts, a: Considered, b: Considered): number {
  return (
    first(a.candidate.personId !== ticket.avoidId, b.candidate.personId !== ticket.avoidId) ||
    (queue.lastAgent ? first(knows(ticket, a.candidate), knows(ticket, b.candidate)) : 0) ||
    (queue.assignment === "best_match" ? b.score - a.score : 0) ||
    (queue.languageFit === "prefer" ? first(a.speaks, b.speaks) : 0) ||
    (queue.regionFit === "prefer" ? first(a.inRegion, b.inRegion) : 0) ||
    (queue.assignment === "round_robin" ? 0 : share(a.candidate) - share(b.candidate)) ||
    turn(a.candidate) - turn(b.candidate) ||
    (a.candidate.personId < b.candidate.personId ? -1 : 1)
  );
}

const first = (a: boolean, b: boolean): number => Number(b) - Number(a);

/** The customer's last agent, or who stands in for that one. */
const knows = ({ lastAgentId }: TicketFacts, { personId, standsInFor }: Candidate): boolean =>
  lastAgentId !== null && (personId === lastAgentId || standsInFor.includes(lastAgentId));

/** The part of the places that is in use. Who is considered has at least one. */
const share = ({ load, capacity }: Candidate): number => load / Math.max(capacity, 1);
const turn = ({ lastAssignedAt }: Candidate): number => lastAssignedAt ?? Number.MIN_SAFE_INTEGER;

function chosenBy(
  method: Exclude<Assignment, "manual">,
  queue: QueueFacts,
  ticket: TicketFacts,
  winner: Candidate,
): ChosenBy {
  const known = queue.lastAgent && knows(ticket, winner);
  if (known && winner.personId === ticket.lastAgentId) return "last_agent";
  return known || !winner.member ? "stand_in" : method;
}

/** The same whatever the loads are between one place and none, so that a ticket keeps its reason while it waits. */
function whyNobody(queue: QueueFacts, ticket: TicketFacts, considered: readonly Considered[]): WaitReason {
  if (!considered.some(({ candidate }) => candidate.active && candidate.assignable)) return "no_members";
  const onDuty = considered.filter(({ candidate }) => offDuty(candidate) === null);
  if (!onDuty.length) return "nobody_on_duty";
  const wouldFit = onDuty.some(({ candidate, speaks, inRegion }) => !unfit(queue, ticket, candidate, speaks, inRegion));
  return wouldFit ? "no_capacity" : "nobody_fits";
}
