import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import type { LockedTicket } from "./locked-ticket.server";

/** A merged ticket is only a pointer: it takes no words and no changes. */
export async function refuseMerged(ctx: Ctx, ticket: LockedTicket): Promise<void> {
  if (ticket.state !== "closed") return;
  const merge = await ctx.db.merge.findUnique({
    where: { fromId: ticket.id },
    select: { into: { select: { number: true } } },
  });
  if (merge) throw conflict("tickets:error.merged", { number: merge.into.number });
}
