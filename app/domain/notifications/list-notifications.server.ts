import { forbidden } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { readCursor, writeCursor } from "./internal/cursor";
import { UNREAD } from "./internal/unread.server";
import type { NotificationPage, NotificationRow } from "./views";

const PAGE = 30;

/** The actor's own unread and read marks, newest first; `after` is the cursor of the page before. */
export async function listNotifications(ctx: Ctx, after: string | null): Promise<NotificationPage> {
  if (ctx.actor.kind !== "person") throw forbidden();
  const cursor = readCursor(after);
  const older = cursor ? Prisma.sql`and (n.at, n.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : Prisma.empty;
  const rows = await ctx.db.$queryRaw<NotificationRow[]>`
    select n.id, n.kind::text as kind, n.at, ${UNREAD} as unread,
      case when t.id is null then null else json_build_object('number', t.number, 'subject', t.subject) end as ticket,
      case when n.kind <> 'escalated' then null else json_build_object('target', e.data ->> 'kind', 'step',
        case e.type when 'sla.warned' then 'warning' when 'sla.breached' then 'breach' else 'ladder' end) end as escalation,
      case when c.id is null then null else json_build_object('id', c.id, 'name', c.name, 'code', e.data ->> 'code',
        'days', (e.data ->> 'days')::int) end as contract,
      case when i.id is null then null else json_build_object('inboundId', i.id, 'subject', i.subject,
        'from', i.from_address) end as mail,
      coalesce(author.name, actor.name) as actor
    from notification n
    left join ticket t on t.id = n.ticket_id
    left join event e on e.id = n.event_id
    left join message m on m.id = (e.data ->> 'messageId')::uuid
    left join contract c on n.kind = 'contract' and c.id = (e.data ->> 'contractId')::uuid
    left join inbound_mail i on n.kind = 'mail_held' and i.id = (e.data ->> 'inboundId')::uuid
    left join person author on author.id = m.author_id
    left join person actor on actor.id = e.actor_id
    where n.person_id = ${ctx.actor.personId}::uuid and t.deleted_at is null ${older}
      and (n.kind <> 'contract' or c.id is not null) and (n.kind <> 'mail_held' or i.id is not null)
    order by n.at desc, n.id desc
    limit ${PAGE + 1}`;
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return { rows: page, next: rows.length > PAGE && last ? writeCursor(last) : null };
}
