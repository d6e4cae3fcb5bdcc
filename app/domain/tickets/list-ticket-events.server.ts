import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { PAGE_LIMIT, readPage } from "~/platform/keyset.server";
import { requireStaffActor } from "./policy";
import type { ApiEvent } from "./api-views";
import type { Page } from "./views";
import { visibleTickets } from "./visible.server";

/** A page of what happened to a ticket, newest first, for staff; 404 when the ticket is out of sight. */
export async function listTicketEvents(ctx: Ctx, number: number, cursor: string | null): Promise<Page<ApiEvent>> {
  requireStaffActor(ctx.actor);
  const [ticket] = await ctx.db.$queryRaw<{ id: string }[]>`
    select t.id from ticket t where t.number = ${number}::int and ${visibleTickets(ctx.actor)}`;
  if (!ticket) throw notFound();
  const page = await readPage(cursor, (at) => {
    const beyond = !at
      ? Prisma.empty
      : at.back
        ? Prisma.sql`and id > ${at.id}::uuid`
        : Prisma.sql`and id < ${at.id}::uuid`;
    return ctx.db.$queryRaw<(ApiEvent & { key: Date })[]>`
      select at as key, id, type, at, actor_kind::text as "actorKind", actor_id as "actorId", data
      from event where ticket_id = ${ticket.id}::uuid ${beyond}
      order by id ${at?.back ? Prisma.sql`asc` : Prisma.sql`desc`} ${PAGE_LIMIT}`;
  });
  return { ...page, rows: page.rows.map(({ key: _key, ...event }) => event) };
}
