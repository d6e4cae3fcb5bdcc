import { NIL_ID } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import type { Projection } from "#search/projection";
import { uuidFloor } from "./internal/uuid-floor.server";
import { messageDocument, ticketDocument } from "./internal/search-document";
import { readSearchedMessages, readSearchedTickets } from "./internal/read-searched.server";

const PAGE = 200;

/**
 * A ticket has a document of its own and one for each message and note; what is in the bin or merged away has none.
 * Quoted text, drafts and replies that may still be undone are nobody's to find.
 */
const tickets: Projection<Ctx> = {
  mark: "ticket",
  kinds: ["ticket", "message"],
  whole: true,
  async documentsOf(ctx, ids) {
    const [found, messages] = await Promise.all([readSearchedTickets(ctx, ids), readSearchedMessages(ctx, ids)]);
    const byId = new Map(found.map((ticket) => [ticket.id, ticket]));
    return [
      ...found.map(ticketDocument),
      ...messages.flatMap((message) => {
        const ticket = byId.get(message.ticketId);
        return ticket ? [messageDocument(ticket, message)] : [];
      }),
    ];
  },
  async walk(ctx, after) {
    const rows = await ctx.db.$queryRaw<{ id: string }[]>`
      select id::text from ticket where id > ${after ?? NIL_ID}::uuid order by id limit ${PAGE}::int`;
    return { ids: rows.map(({ id }) => id), next: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null };
  },
  count: (ctx) => ctx.db.ticket.count(),
  async countDocuments(ctx) {
    const [row] = await ctx.db.$queryRaw<{ n: number }[]>`
      select (count(*) + coalesce(sum(found.messages), 0))::int as n from (
        select (select count(*) from message m where m.ticket_id = t.id) as messages from ticket t
        where t.deleted_at is null and not exists (select from merge mg where mg.from_id = t.id)) found`;
    return row?.n ?? 0;
  },
  async recent(ctx, since) {
    const rows = await ctx.db.$queryRaw<{ id: string }[]>`
      select distinct e.ticket_id::text as id from event e
      where e.id >= ${uuidFloor(Prisma.sql`${since}::timestamptz`)} and e.ticket_id is not null`;
    return rows.map(({ id }) => id);
  },
};

export const projections: readonly Projection<Ctx>[] = [tickets];
