import type { Assignment, Priority, SendMode } from "~/generated/prisma/enums";
import type { Ctx } from "~/platform/ctx.server";

export type OpeningFacts = {
  requesterLocale: string | null;
  organizationId: string | null;
  queueId: string | null;
  queueLocale: string;
  assignment: Assignment;
  sendMode: SendMode;
  typeId: string | null;
  typePriority: Priority | null;
  /** What an earlier call with the same form or mail opened. */
  repeat: { ticketId: string; number: number; messageId: string; authorId: string | null } | null;
};

type Wanted = {
  requesterId: string;
  queueId?: string | null;
  typeId?: string | null;
  messageId?: string | null;
  inboundId?: string | null;
};

/** Everything a new ticket takes from others, in one statement; null when there is no such requester. */
export async function readOpeningFacts(ctx: Ctx, wanted: Wanted): Promise<OpeningFacts | null> {
  const [row] = await ctx.db.$queryRaw<OpeningFacts[]>`
    select p.locale as "requesterLocale", c.organization_id as "organizationId", q.id as "queueId",
      q.locale as "queueLocale", q.assignment, q.send_mode as "sendMode", ty.id as "typeId",
      ty.priority as "typePriority", r.repeat
    from person p
    left join contact c on c.person_id = p.id
    left join request_type ty on ty.id = ${wanted.typeId ?? null}::uuid and ty.archived_at is null
    left join queue q on q.id = coalesce(
      (select id from queue where id = ${wanted.queueId ?? null}::uuid), ty.queue_id,
      (select id from queue where archived_at is null order by position, id limit 1))
    left join lateral (
      select json_build_object('ticketId', t.id, 'number', t.number, 'messageId', m.id, 'authorId', m.author_id) as repeat
      from message m join ticket t on t.id = m.ticket_id
      where m.id = ${wanted.messageId ?? null}::uuid or m.inbound_id = ${wanted.inboundId ?? null}::uuid limit 1
    ) r on true
    where p.id = ${wanted.requesterId}::uuid`;
  return row ?? null;
}
