import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { type KeysetPage, PAGE_LIMIT, readPage, walk } from "~/platform/keyset.server";
import type { DrawRow } from "./contract-views";
import { assertAdministers } from "./policy";

type Row = {
  key: Date;
  id: string;
  number: number;
  subject: string;
  person: string | null;
  note: string;
  seconds: number;
  tickets: number;
};

/** What was drawn from a contract in its own unit (both kinds without a limit), newest first. For administrators. */
export async function listDraws(ctx: Ctx, contractId: string, after: string | null): Promise<KeysetPage<DrawRow>> {
  assertAdministers(ctx.actor);
  const [key, id] = [Prisma.sql`d.at`, Prisma.sql`d.id`];
  const page = await readPage(after, (cursor) => {
    const { where, order } = walk(cursor, true, key, id);
    return ctx.db.$queryRaw<Row[]>`
      select d.at as key, d.id, t.number, t.subject, p.name as person, coalesce(e.note, '') as note, d.seconds, d.tickets
      from contract_draw d
      join contract c on c.id = d.contract_id
      join ticket t on t.id = d.ticket_id
      left join time_entry e on e.id = d.time_entry_id
      left join person p on p.id = e.person_id
      where d.contract_id = ${contractId}::uuid and ${where}
        and case c.unit when 'hours' then d.seconds > 0 when 'tickets' then d.tickets > 0 else true end
      order by ${order(key, id)} ${PAGE_LIMIT}`;
  });
  return {
    ...page,
    rows: page.rows.map(({ key, number, subject, ...row }) => ({ ...row, at: key, ticket: { number, subject } })),
  };
}
