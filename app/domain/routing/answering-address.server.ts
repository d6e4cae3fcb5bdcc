import { Prisma } from "~/platform/db.server";

/**
 * Where mails about the ticket `t` come from, as a lateral join: the address that its first mail came to while that
 * belongs to its queue and is no pattern, else the queue's primary one. Gives `sender.address` and `sender.name`.
 */
export const ANSWERING_ADDRESS = Prisma.sql`
  left join lateral (
    select a.address, a.name from queue_address a
    where a.queue_id = t.queue_id and (a."primary" or (a.address = t.address and position('*' in a.address) = 0))
    order by (a.address = t.address) is true desc limit 1
  ) sender on true`;
