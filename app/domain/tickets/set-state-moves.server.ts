import { assertAdministers } from "~/domain/routing/policy";
import { invalid } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { STATES, type TicketState } from "./states";

export type StateMove = { from: TicketState; to: TicketState };

/**
 * Replaces the table of moves by hand. Nothing moves to itself or back to new, and every state but closed keeps a way
 * out; mail, replies and timers move by their own rules whatever the table says.
 */
export function setStateMoves(ctx: Ctx, moves: readonly StateMove[]): Promise<void> {
  assertAdministers(ctx.actor);
  const wanted = new Map(moves.map((move) => [`${move.from} ${move.to}`, move]));
  const all = [...wanted.values()];
  const known = all.every(
    ({ from, to }) => STATES.includes(from) && STATES.includes(to) && from !== to && to !== "new",
  );
  if (!known) throw invalid("common:error.checkFields", { moves: "common:error.invalid" });
  if (STATES.some((state) => state !== "closed" && !all.some(({ from }) => from === state)))
    throw invalid("tickets:error.moveAway");
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended('tickets.state-moves', 0))`;
    const before = await ctx.db.stateMove.findMany();
    const key = ({ from, to }: StateMove) => `${from} ${to}`;
    const added = all.filter((move) => !before.some((was) => key(was) === key(move)));
    const removed = before.filter((was) => !wanted.has(key(was)));
    for (const move of removed) await ctx.db.stateMove.deleteMany({ where: move });
    await ctx.db.stateMove.createMany({ data: added });
    await recordEvent(ctx, "state_moves.changed", {}, { added: added.map(key), removed: removed.map(key) });
  });
}
