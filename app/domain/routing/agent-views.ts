import type { Role } from "~/platform/ctx.server";
import type { AgentPresence } from "./presence";

/** Whose calendar an agent's hours are: `always` when there is none. */
export type HoursSource = "own" | "team" | "company" | "always";

export type AgentHours = {
  source: HoursSource;
  /** The team that gives them. */
  team: string | null;
  calendar: { id: string; name: string; timeZone: string } | null;
  /** Open at this moment. */
  openNow: boolean;
};

/** A member of staff as automatic assignment sees them. */
export type AgentState = {
  id: string;
  name: string;
  role: Role;
  presence: AgentPresence;
  presenceAt: Date | null;
  autoAway: boolean;
  capacity: number;
  load: number;
  languages: string[];
  /** Speaks this when `languages` is empty. */
  ownLanguage: string | null;
  regions: string[];
  skills: { id: string; name: string; level: number }[];
  teams: { id: string; name: string }[];
  /** Out of office until then. */
  absentUntil: Date | null;
  standIn: string | null;
  hours: AgentHours;
};
