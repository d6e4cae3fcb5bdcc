import { assertAdministers } from "~/domain/routing/policy";
import { type Translated, translatedHint } from "~/domain/routing/schema";
import type { Ctx } from "~/platform/ctx.server";
import { type StateMove } from "./set-state-moves.server";
import { STATES, type TicketState } from "./states";

export type StatusDetails = {
  id: string;
  state: TicketState;
  /** Null takes the product's own word. */
  name: Translated | null;
  builtIn: boolean;
  archivedAt: Date | null;
};

/** Every status in the order of the states, and the table of moves, for the administrators' screen. */
export async function listStatuses(ctx: Ctx): Promise<{ statuses: StatusDetails[]; moves: StateMove[] }> {
  assertAdministers(ctx.actor);
  const rows = await ctx.db.ticketStatus.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, state: true, name: true, builtIn: true, archivedAt: true },
  });
  const statuses = rows
    .map((row) => ({ ...row, name: row.name ? translatedHint.parse(row.name) : null }))
    .toSorted((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state));
  return { statuses, moves: await ctx.db.stateMove.findMany() };
}
