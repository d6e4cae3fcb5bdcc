import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { type KeysetPage, PAGE_LIMIT, readPage, walk } from "~/platform/keyset.server";
import { requireStaffActor } from "./policy";
import type { TicketState } from "./states";
import { visibleTickets } from "./visible.server";

export type ContactTicket = {
  id: string;
  number: number;
  subject: string;
  state: TicketState;
  queue: string;
  publicAt: Date;
};

export type ContactFile = {
  id: string;
  name: string;
  locale: string | null;
  timeZone: string | null;
  phone: string;
  deactivated: boolean;
  organization: { id: string; name: string } | null;
  /** The main one first. */
  addresses: { address: string; primary: boolean; suppressed: { reason: string; until: Date } | null }[];
  /** Those the reader sees that the contact asked, the last that moved first. */
  tickets: KeysetPage<ContactTicket>;
};

/**
 * What we know of a customer, for every member of staff: whoever writes tickets may look up whom they are for. Of the
 * tickets each sees those of the own queues, as everywhere. 404 for nobody, and for staff, who have no file.
 */
export async function getContactFile(ctx: Ctx, personId: string, after: string | null): Promise<ContactFile> {
  const actor = requireStaffActor(ctx.actor);
  type Row = Omit<ContactFile, "addresses" | "tickets"> & {
    addresses: { address: string; primary: boolean; reason: string | null; until: string | null }[];
  };
  const [person] = await ctx.db.$queryRaw<Row[]>`
    select p.id::text, p.name, p.locale, p.time_zone as "timeZone", coalesce(c.phone, '') as phone,
      p.deactivated_at is not null as deactivated,
      (select json_build_object('id', o.id, 'name', o.name) from organization o where o.id = c.organization_id) as organization,
      (select coalesce(json_agg(json_build_object('address', e.address, 'primary', e."primary", 'reason', s.reason,
          'until', s.until) order by e."primary" desc, e.created_at, e.id), '[]')
        from email_address e left join suppression s on s.address = e.address and s.until > ${ctx.now}
        where e.person_id = p.id) as addresses
    from person p left join contact c on c.person_id = p.id
    where p.id = ${personId}::uuid and p.role = 'customer'`;
  if (!person) throw notFound();
  const tickets = await readPage(after, async (cursor) => {
    const { where, order } = walk(cursor, true, Prisma.sql`t.public_at`, Prisma.sql`t.id`);
    return ctx.db.$queryRaw<(ContactTicket & { key: Date })[]>`
      select t.id::text, t.number, t.subject, t.state::text as state, q.name as queue, t.public_at as "publicAt",
        t.public_at as key
      from ticket t join queue q on q.id = t.queue_id
      where t.requester_id = ${personId}::uuid and ${visibleTickets(actor)} and ${where}
      order by ${order(Prisma.sql`t.public_at`, Prisma.sql`t.id`)} ${PAGE_LIMIT}`;
  });
  return {
    ...person,
    addresses: person.addresses.map(({ address, primary, reason, until }) => ({
      address,
      primary,
      suppressed: reason && until ? { reason, until: new Date(until) } : null,
    })),
    tickets,
  };
}
