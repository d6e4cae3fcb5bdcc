import type { AssignmentFacts, Candidate, Decision } from "./choose-assignee";
import { type AssignmentTrace, LEFT_OUT, type LeftOut } from "./trace";

/** One letter for each reason, in the order of the reasons. */
export const LETTERS = "inoahbfslr";
const letterOf = Object.fromEntries(LEFT_OUT.map((reason, i) => [reason, LETTERS[i]!])) as Record<LeftOut, string>;
/** Not on duty: places, skills and turns say nothing about why. */
const OFF_DUTY = new Set<LeftOut>(["inactive", "not_assignable", "off", "away", "outside_hours", "absent"]);

/**
 * A decision as it is stored: with 500 candidates about 2 kB before compression. `roster` names the list of the
 * candidates in their order, which most decisions share.
 */
export function packDecision(facts: AssignmentFacts, decision: Decision, roster: string): AssignmentTrace {
  const { queue, ticket, candidates } = facts;
  let codes = "";
  let fits = "";
  const [loads, capacities, scores, turns]: [string[], string[], string[], string[]] = [[], [], [], []];
  const scored = ticket.skills.length > 0;
  for (const one of decision.considered) {
    codes += one === decision.winner ? "*" : one.leftOut ? letterOf[one.leftOut] : ".";
    fits += Number(one.speaks) + 2 * Number(one.inRegion);
    const asked = !one.leftOut || !OFF_DUTY.has(one.leftOut);
    loads.push(asked ? String(one.candidate.load) : "");
    capacities.push(asked ? String(one.candidate.capacity) : "");
    if (scored) scores.push(asked ? String(one.score) : "");
    turns.push(asked ? turnOf(one.candidate) : "");
  }
  return {
    method: queue.assignment,
    by: decision.by,
    weight: ticket.weight,
    skills: ticket.skills.map(({ id, level }) => [id, level]),
    language: ticket.language,
    languageFit: queue.languageFit,
    region: ticket.region,
    regionFit: queue.regionFit,
    lastAgentId: queue.lastAgent ? ticket.lastAgentId : null,
    avoidId: ticket.avoidId,
    roster,
    codes,
    fits,
    loads: loads.join(" "),
    capacities: capacities.join(" "),
    scores: scores.join(" "),
    turns: turns.join(" "),
    standIns: Object.fromEntries(
      candidates.filter((c) => c.standsInFor.length).map((c) => [c.personId, [...c.standsInFor]]),
    ),
  };
}

const words = new WeakMap<Candidate, { at: number; word: string }>();

/** Of the hundreds of candidates only one's turn moves from one decision to the next. */
function turnOf(candidate: Candidate): string {
  const at = candidate.lastAssignedAt;
  if (at === null) return "-";
  const known = words.get(candidate);
  if (known?.at === at) return known.word;
  const word = Math.floor(at / 1000).toString(36);
  words.set(candidate, { at, word });
  return word;
}
