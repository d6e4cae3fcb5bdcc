import { LETTERS } from "./pack-decision";
import { type AssignmentTrace, LEFT_OUT, type LeftOut } from "./trace";

/** How one candidate of a stored decision stood; numbers are null where the reason came before them. */
export type UnpackedCandidate = {
  personId: string;
  chosen: boolean;
  leftOut: LeftOut | null;
  speaks: boolean;
  inRegion: boolean;
  load: number | null;
  capacity: number | null;
  score: number | null;
  /** The last assignment in the queue before; null also when there was none. */
  lastAssignedAt: Date | null;
  standsInFor: string[];
};

/** The candidates of a stored decision, with the members of its roster. */
export function unpackDecision(trace: AssignmentTrace, members: readonly string[]): UnpackedCandidate[] {
  const [loads, capacities, scores, turns] = [trace.loads, trace.capacities, trace.scores, trace.turns].map((words) =>
    words.split(" "),
  );
  return members.map((personId, i) => {
    const code = trace.codes[i] ?? ".";
    const fits = Number(trace.fits[i] ?? 0);
    return {
      personId,
      chosen: code === "*",
      leftOut: LEFT_OUT[LETTERS.indexOf(code)] ?? null,
      speaks: (fits & 1) === 1,
      inRegion: (fits & 2) === 2,
      load: numberIn(loads?.[i]),
      capacity: numberIn(capacities?.[i]),
      score: numberIn(scores?.[i]),
      lastAssignedAt: turns?.[i] && turns[i] !== "-" ? new Date(Number.parseInt(turns[i], 36) * 1000) : null,
      standsInFor: trace.standIns[personId] ?? [],
    };
  });
}

const numberIn = (word: string | undefined): number | null => (word ? Number(word) : null);
