import { requireStaffActor } from "~/domain/tickets/policy";
import { visibleMessages } from "~/domain/tickets/visible.server";
import type { Actor } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { mailQueues } from "./mail-queues.server";

/**
 * Who opens a received mail: a condition on its row, which the statement calls `i`. Staff see the mail of their queues,
 * that of a message they see, and in a contact's file what came to no queue or what they filed themselves; administrators
 * all; customers and strangers nothing (403).
 */
export function visibleMail(actor: Actor): Prisma.Sql {
  const queueIds = mailQueues(actor);
  if (queueIds === null) return Prisma.sql`true`;
  return Prisma.sql`(i.queue_id = any(${queueIds}::uuid[]) or exists (
    select 1 from message m join ticket t on t.id = m.ticket_id
    where m.id = i.entry_id and ${visibleMessages(actor, { deleted: "with" })})
    or exists (select 1 from filed_mail fm where fm.inbound_id = i.id
      and (i.queue_id is null or fm.by_id = ${requireStaffActor(actor).personId}::uuid)))`;
}
