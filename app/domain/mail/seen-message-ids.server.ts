import { Prisma } from "~/platform/db.server";

const MAX_REFERENCES = 20;

/**
 * The Message-IDs of a thread that the reader of an address knows or may have seen quoted, oldest first, for References
 * (RFC 5322, 3.6.4): the first mail in, then the newest of what came in and of what went to this address.
 */
export const seenMessageIds = (threadId: Prisma.Sql, address: Prisma.Sql): Prisma.Sql => Prisma.sql`array(
  select id from (
    (select i.message_id as id, i.received_at as at from inbound_mail i
      where i.thread_id = ${threadId} and i.message_id <> '' order by i.received_at limit 1)
    union all
    (select id, at from (
      (select o.message_id as id, o.created_at as at from outbound_mail o
        where o.thread_id = ${threadId} and o.recipient = ${address} and o.state <> 'suppressed'
        order by o.created_at desc limit ${MAX_REFERENCES})
      union all
      (select i.message_id, i.received_at from inbound_mail i
        where i.thread_id = ${threadId} and i.message_id <> ''
        order by i.received_at desc limit ${MAX_REFERENCES})
    ) mails order by at desc limit ${MAX_REFERENCES - 1})
  ) seen group by id order by min(at), id)`;
