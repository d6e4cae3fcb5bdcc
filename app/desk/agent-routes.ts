import { index, prefix, route, type RouteConfigEntry } from "@remix-run/route-config";

const agents = "desk/admin/agents";

/** One colleague's duty, for themselves, the lead of a team of theirs, and administrators. Children of the desk's frame. */
export const deskAgentRoutes: RouteConfigEntry[] = prefix("agents/:personId", [
  index(`${agents}/duty.tsx`),
  route("presence", `${agents}/acts/presence.ts`),
  route("absences/new", `${agents}/new-absence.tsx`),
  route("absences/:absenceId", `${agents}/edit-absence.tsx`),
  route("absences/:absenceId/removal", `${agents}/acts/remove-absence.ts`),
]);
