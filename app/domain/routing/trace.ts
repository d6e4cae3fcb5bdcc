import type { Assignment, Fit, Priority } from "~/generated/prisma/enums";

/** Why nobody has a ticket: `manual` queues are worked by pulling. */
export const WAIT_REASONS = ["manual", "no_members", "nobody_on_duty", "nobody_fits", "no_capacity"] as const;
export type WaitReason = (typeof WAIT_REASONS)[number];

/** Why a candidate is not considered; the first of these that is true. */
export const LEFT_OUT = [
  "inactive",
  "not_assignable",
  "off",
  "away",
  "outside_hours",
  "absent",
  "full",
  "lacks_skill",
  "lacks_language",
  "lacks_region",
] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** What made the winner the first: the queue's method, or being who the customer already knows, or who stands in. */
export type ChosenBy = "round_robin" | "least_loaded" | "best_match" | "last_agent" | "stand_in";

/**
 * Who was considered for a ticket and why which one got it. Per candidate, in the order of the roster: a character of
 * `codes` ("*" chosen, "." could have had it, else the letter of the reason), a digit of `fits` (1 speaks the language,
 * +2 works in the region), and a word of `loads`, `capacities`, `scores` and `turns`, "" where nobody asked.
 */
export type AssignmentTrace = {
  method: Assignment;
  by: ChosenBy | null;
  weight: number;
  /** Required skills with their least level. */
  skills: [id: string, level: number][];
  language: string;
  languageFit: Fit;
  region: string;
  regionFit: Fit;
  /** Comes first when free; null when the queue does not ask or there is none. */
  lastAgentId: string | null;
  /** Comes last: has just handed it back. */
  avoidId: string | null;
  roster: string;
  codes: string;
  fits: string;
  loads: string;
  capacities: string;
  /** Sum of the levels of required skills. */
  scores: string;
  /** Epoch seconds of the last assignment in this queue, in base 36; "-" never. */
  turns: string;
  /** Who stands in for whom. */
  standIns: Record<string, string[]>;
};

/** What a person, a program or the mailroom chose for the ticket and rules leave alone. */
export type KeptByHand = "queue" | "priority";

/** What a rule whose conditions held did; `rule` is its place in the version. */
export type AppliedRule = {
  rule: number;
  queueId?: string;
  priority?: Priority;
  tags?: string[];
  followerIds?: string[];
  skills?: [id: string, level: number][];
  /** No later rule was tried. */
  stop?: true;
  /** What it named too late: an earlier rule had chosen, or a person. */
  over?: KeptByHand[];
  /** Ids it names that are archived or deleted; skipped. */
  gone?: string[];
};

/**
 * What a version of the rules made of a new ticket. `answers` has a text per rule tried, in their order: per condition
 * "1" or "0", the lists all, any and none parted by "/"; "-" for a rule that is switched off. Running text and the
 * sender's address are no part of `facts`; calendars follow from the ticket's time.
 */
export type RulesTrace = {
  version: number;
  facts: Readonly<Record<string, string | readonly string[] | null | undefined>>;
  kept: KeptByHand[];
  /** Of `kept`, what a rule of the mailroom chose. */
  byMail?: KeptByHand[];
  answers: string[];
  applied: AppliedRule[];
};
