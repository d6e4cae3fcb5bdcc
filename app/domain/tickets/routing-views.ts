import type { Assignment, Fit } from "~/generated/prisma/enums";
import type { RuleStep } from "~/domain/routing/explain-rules";
import type { ChosenBy, KeptByHand, WaitReason } from "~/domain/routing/trace";
import type { UnpackedCandidate } from "~/domain/routing/unpack-decision";

// Why a ticket is where it is, as screens and the API read it. Plain data.

export type CandidateView = Omit<UnpackedCandidate, "standsInFor"> & {
  name: string;
  standsInFor: string[];
};

export type AssignmentView = {
  kind: "assignment";
  id: string;
  at: Date;
  queue: string | null;
  method: Assignment;
  assignee: string | null;
  by: ChosenBy | null;
  waits: WaitReason | null;
  weight: number;
  skills: { name: string; level: number }[];
  language: string;
  languageFit: Fit;
  region: string;
  regionFit: Fit;
  lastAgent: string | null;
  avoided: string | null;
  candidates: CandidateView[];
};

export type RulesView = {
  kind: "rules";
  id: string;
  at: Date;
  queue: string | null;
  version: number;
  /** Chosen by hand. */
  kept: KeptByHand[];
  /** Chosen by a rule of the mailroom. */
  keptByMail: KeptByHand[];
  steps: RuleStep[];
};

export type RoutingView = {
  /** Where nobody chose yet, and whether anybody will: a `manual` queue is worked by pulling. */
  ticket: {
    assignee: string | null;
    queue: string;
    method: Assignment;
    waitReason: WaitReason | null;
    /** Rules or the queue can decide anew. */
    again: boolean;
  };
  /** Newest first. */
  decisions: (AssignmentView | RulesView)[];
  /** Words for ids that rules and traces name. */
  names: Record<string, string>;
};
