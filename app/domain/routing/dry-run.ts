import { type Alive, applyRules, type RoutedTicket, type RoutingFacts } from "./apply-rules";
import type { Priority } from "./priorities";
import type { Rule } from "./rules";
import { type SimulatedRoster, simulateAssignments } from "./simulate-assignments";
import type { KeptByHand, WaitReason } from "./trace";

/** A ticket as it once came, and how long it was work. */
export type ReplayTicket = {
  number: number;
  subject: string;
  facts: RoutingFacts;
  kept: KeptByHand[];
  at: Date;
  /** Solved, closed or deleted; null while it is work. */
  endsAt: Date | null;
  requesterId: string;
  language: string;
  region: string;
};

/** What becomes of a ticket under one list of rules. */
export type ReplayOutcome = {
  queueId: string;
  priority: Priority;
  tags: string[];
  personId: string | null;
  waits: WaitReason | null;
};
export type Difference = { number: number; subject: string; before: ReplayOutcome; after: ReplayOutcome };

export type DryRun = {
  tickets: number;
  queues: { queueId: string; before: number; after: number }[];
  /** Oldest first. */
  differing: Difference[];
};

export type DryRunInput = {
  before: readonly Rule[];
  after: readonly Rule[];
  /** Oldest first. */
  tickets: readonly ReplayTicket[];
  alive: Alive;
  roster: SimulatedRoster;
};

/**
 * Replays tickets under two lists of rules: where each would go, with which priority and tags, and who would get it when
 * the present staff had worked on all of them. Nothing is written.
 */
export function dryRun({ before, after, tickets, alive, roster }: DryRunInput): DryRun {
  const was = replay(before);
  const is = replay(after);
  const queues = new Map<string, { before: number; after: number }>();
  const count = (queueId: string, side: "before" | "after") => {
    const counts = queues.get(queueId) ?? { before: 0, after: 0 };
    queues.set(queueId, { ...counts, [side]: counts[side] + 1 });
  };
  for (const { queueId } of was) count(queueId, "before");
  for (const { queueId } of is) count(queueId, "after");
  return {
    tickets: tickets.length,
    queues: [...queues].map(([queueId, counts]) => ({ queueId, ...counts })),
    differing: tickets.flatMap(({ number, subject }, i) =>
      differs(was[i]!, is[i]!) ? [{ number, subject, before: was[i]!, after: is[i]! }] : [],
    ),
  };

  function replay(rules: readonly Rule[]): ReplayOutcome[] {
    const set = { version: 0, rules: [...rules] };
    const routed = tickets.map(({ facts, kept }) => applyRules(set, facts, alive, kept));
    const assigned = simulateAssignments(
      tickets.map((ticket, i) => arrival(ticket, routed[i]!)),
      roster,
    );
    return routed.map(({ queueId, priority, tags }, i) => ({
      queueId,
      priority,
      tags: tags.toSorted(),
      ...assigned[i]!,
    }));
  }
}

const arrival = (
  { at, endsAt, language, region, requesterId }: ReplayTicket,
  { queueId, priority, skills }: RoutedTicket,
) => ({
  at: at.getTime(),
  endsAt: endsAt?.getTime() ?? null,
  queueId,
  priority,
  skills,
  language,
  region,
  requesterId,
});

const differs = (a: ReplayOutcome, b: ReplayOutcome): boolean =>
  a.queueId !== b.queueId ||
  a.priority !== b.priority ||
  a.personId !== b.personId ||
  a.waits !== b.waits ||
  a.tags.join() !== b.tags.join();
