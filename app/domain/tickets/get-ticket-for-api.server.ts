import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { readApiTickets, toApiTicket, updatedAt } from "./internal/api-tickets.server";
import type { ApiTicket } from "./api-views";
import { visibleTickets } from "./visible.server";

/** One ticket as the REST API gives it; 404 when the token's person may not see it. */
export async function getTicketForApi(ctx: Ctx, number: number): Promise<ApiTicket> {
  const [row] = await readApiTickets(
    ctx,
    Prisma.sql`select t.id, ${updatedAt(ctx)} as key from ticket t
      where t.number = ${number}::int and ${visibleTickets(ctx.actor)}`,
  );
  if (!row) throw notFound();
  return toApiTicket(row);
}
