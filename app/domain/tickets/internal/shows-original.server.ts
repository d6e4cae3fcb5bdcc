import type { Actor } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";

/**
 * Whether the mail behind the message `m` is shown to the actor. Customers get nothing that a member of staff sent: an
 * agent's answer quotes the desk, and a mail that an agent forwarded has the agent's words above.
 */
export function showsOriginal(actor: Actor): Prisma.Sql {
  if (actor.kind !== "person" || actor.role !== "customer") return Prisma.sql`m.inbound_id is not null`;
  return Prisma.sql`(m.inbound_id is not null and m.side = 'customer' and not exists (
    select from inbound_mail im join email_address ea on ea.address = lower(im.from_address)
    join person author on author.id = ea.person_id
    where im.id = m.inbound_id and author.role <> 'customer'))`;
}
