/** What the choice looks at: facts about each member of the queue, never a ticket. */
export type Candidate = {
  personId: string;
  /** Not deactivated. */
  active: boolean;
  /** Takes part in automatic assignment. */
  assignable: boolean;
  /** Null for who never got one. */
  lastAssignedAt: Date | null;
};

export type LeftOut = "inactive" | "not_assignable";

/** Who was chosen, and for each candidate why not: the answer to "why?". */
export type Choice = {
  personId: string | null;
  considered: { personId: string; leftOut: LeftOut | null }[];
};

/** Round robin: of those who may be assigned, who has waited longest since the last assignment; ties go by id. */
export function chooseAssignee(candidates: readonly Candidate[]): Choice {
  const considered = candidates.map((candidate) => ({ personId: candidate.personId, leftOut: leftOut(candidate) }));
  const [first] = candidates
    .filter((candidate) => !leftOut(candidate))
    .toSorted((a, b) => compare(turn(a), turn(b)) || (a.personId < b.personId ? -1 : 1));
  return { personId: first?.personId ?? null, considered };
}

function leftOut({ active, assignable }: Candidate): LeftOut | null {
  if (!active) return "inactive";
  return assignable ? null : "not_assignable";
}

const turn = ({ lastAssignedAt }: Candidate): number => lastAssignedAt?.getTime() ?? Number.NEGATIVE_INFINITY;
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
