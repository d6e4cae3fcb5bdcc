import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { PAGE_LIMIT, readPage, walk } from "~/platform/keyset.server";
import { getSettings } from "~/platform/settings.server";
import { requireStaffActor } from "./policy";
import type { BinRow, Page } from "./views";
import { visibleTickets } from "./visible.server";

type Row = Omit<BinRow, "requester" | "purgeAt"> & { key: Date; requesterId: string; requesterName: string };

/** A page of the recycle bin, last deleted first, of tickets the agent would see if they were not deleted. */
export async function listBin(ctx: Ctx, after: string | null): Promise<Page<BinRow>> {
  const actor = requireStaffActor(ctx.actor);
  const { binDays } = await getSettings(ctx, "tickets");
  const page = await readPage(after, (cursor) => {
    const { where, order } = walk(cursor, true, Prisma.sql`t.deleted_at`, Prisma.sql`t.id`);
    const sorted = order(Prisma.sql`t.deleted_at`, Prisma.sql`t.id`);
    return ctx.db.$queryRaw<Row[]>`
      select t.deleted_at as key, t.id, t.number, t.subject, q.name as "queueName", t.requester_id as "requesterId",
        r.name as "requesterName", t.deleted_at as "deletedAt", b.name as "deletedBy"
      from (select * from ticket t where ${visibleTickets(actor, { deleted: "only" })} and ${where}
            order by ${sorted} ${PAGE_LIMIT}) t
      join queue q on q.id = t.queue_id
      join person r on r.id = t.requester_id
      left join person b on b.id = t.deleted_by_id
      order by ${sorted}`;
  });
  return {
    ...page,
    rows: page.rows.map(({ key: _key, requesterId, requesterName, ...row }) => ({
      ...row,
      requester: { id: requesterId, name: requesterName },
      purgeAt: new Date(row.deletedAt.getTime() + binDays * 86_400_000),
    })),
  };
}
