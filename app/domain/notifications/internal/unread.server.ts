import { Prisma } from "~/platform/db.server";

/** Unread: neither marked read itself nor on a ticket read since. The statement calls the row `n`. */
export const UNREAD = Prisma.sql`(n.read_at is null and not exists (
  select from ticket_read r where r.ticket_id = n.ticket_id and r.person_id = n.person_id and r.read_at >= n.at))`;
