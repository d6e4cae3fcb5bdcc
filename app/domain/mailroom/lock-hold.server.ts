import { requireStaffActor } from "~/domain/tickets/policy";
import { conflict, notFound } from "~/lib/errors";
import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { mailQueues } from "./mail-queues.server";

export type LockedHold = {
  inboundId: string;
  reason: string;
  queueId: string | null;
  fromAddress: string;
  receivedAt: Date;
};

/**
 * A mail that waits for a person, held against other decisions until the transaction ends. Agents decide about the mail
 * of their queues, administrators about all; everything else is a 404. A mail that somebody has decided about is a
 * conflict that names who.
 */
export async function lockHold(ctx: Ctx, inboundId: string): Promise<LockedHold> {
  requireStaffActor(ctx.actor);
  if (!isId(inboundId)) throw notFound();
  const queueIds = mailQueues(ctx.actor);
  const scope = queueIds === null ? Prisma.sql`true` : Prisma.sql`h.queue_id = any(${queueIds}::uuid[])`;
  type Row = LockedHold & { decidedAt: Date | null; decidedBy: string | null; stage: string };
  const [row] = await ctx.db.$queryRaw<Row[]>`
    select i.id::text as "inboundId", h.reason, h.queue_id::text as "queueId", i.from_address as "fromAddress",
      i.received_at as "receivedAt", h.decided_at as "decidedAt", i.stage::text as stage,
      (select p.name from person p where p.id = h.decided_by_id) as "decidedBy"
    from inbound_mail i join mail_hold h on h.inbound_id = i.id
    where i.id = ${inboundId}::uuid and ${scope}
    for update of i, h`;
  if (!row) throw notFound();
  if (row.decidedAt && row.decidedBy) throw conflict("mailroom:error.decided", { name: row.decidedBy });
  if (row.decidedAt || row.stage !== "held") throw conflict("mailroom:error.notHeld");
  return row;
}
