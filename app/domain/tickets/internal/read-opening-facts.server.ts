import type { Assignment, Priority, SendMode } from "~/generated/prisma/enums";
import { type FoundContract, findContract } from "~/domain/sla/find-contract.server";
import { type RuleFacts, ruleFacts } from "~/domain/routing/newest-rules.server";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";

export type OpeningFacts = {
  requesterLocale: string | null;
  organizationId: string | null;
  queueId: string | null;
  queueLocale: string;
  assignment: Assignment;
  sendMode: SendMode;
  typeId: string | null;
  typePriority: Priority | null;
  /** What tickets by mail to the first of our addresses start with. */
  address: AddressDefaults | null;
  /** The asset named, when there is one. */
  assetId: string | null;
  /** The contract that covers the ticket now, or the last one that did. */
  contract: FoundContract | null;
  /** The requester's addresses, the primary one first. */
  senders: string[] | null;
  /** Where the organization is. */
  region: string | null;
  /** The newest routing rules; null while there are none. */
  rules: RuleFacts | null;
  /** What an earlier call with the same form or mail opened. */
  repeat: { ticketId: string; number: number; queueId: string; messageId: string; authorId: string | null } | null;
};

/** Null and empty follow the queue. */
type AddressDefaults = { locale: string | null; priority: Priority | null; tags: string[] };

type Wanted = {
  requesterId: string;
  queueId?: string | null;
  typeId?: string | null;
  messageId?: string | null;
  inboundId?: string | null;
  assetId?: string | null;
  /** Our addresses that a mail was sent to, as the queues have them. */
  addresses?: readonly string[];
};

/** Everything a new ticket takes from others, in one statement; null when there is no such requester. */
export async function readOpeningFacts(ctx: Ctx, wanted: Wanted): Promise<OpeningFacts | null> {
  const [row] = await ctx.db.$queryRaw<OpeningFacts[]>(
    prepared(Prisma.sql`
    select p.locale as "requesterLocale", c.organization_id as "organizationId", q.id as "queueId",
      q.locale as "queueLocale", q.assignment, q.send_mode as "sendMode", ty.id as "typeId",
      ty.priority as "typePriority", r.repeat,
      case when qa.address is not null
        then json_build_object('locale', qa.locale, 'priority', qa.priority, 'tags', qa.tags) end as address, asset.id as "assetId",
      ${findContract(Prisma.sql`asset.id`, Prisma.sql`c.organization_id`, Prisma.sql`${ctx.now}::timestamptz`)} as contract,
      (select array_agg(a.address order by a."primary" desc, a.id) from email_address a where a.person_id = p.id) as senders,
      (select o.region from organization o where o.id = c.organization_id) as region, ${ruleFacts()} as rules
    from person p
    left join contact c on c.person_id = p.id
    left join queue_address qa on qa.address = ${wanted.addresses?.[0] ?? null}
    left join request_type ty on ty.id = coalesce(${wanted.typeId ?? null}::uuid, qa.type_id) and ty.archived_at is null
    left join asset on asset.id = ${wanted.assetId ?? null}::uuid and asset.archived_at is null
    left join queue q on q.id = coalesce(
      (select id from queue where id = ${wanted.queueId ?? null}::uuid), ty.queue_id,
      (select id from queue where archived_at is null order by position, id limit 1))
    left join lateral (
      select json_build_object('ticketId', t.id, 'number', t.number, 'queueId', t.queue_id, 'messageId', m.id,
        'authorId', m.author_id) as repeat
      from message m join ticket t on t.id = m.ticket_id
      where m.id = ${wanted.messageId ?? null}::uuid or m.inbound_id = ${wanted.inboundId ?? null}::uuid limit 1
    ) r on true
    where p.id = ${wanted.requesterId}::uuid`),
  );
  return row ?? null;
}
