import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { readCursor, writeCursor } from "./internal/cursor";
import { visibleMails } from "./internal/visible-mails.server";
import type { OutboxPage, OutboxRow } from "./views";

const PAGE = 25;

/** Outgoing mails that the actor may read, newest first; `after` is the cursor of the page before. */
export async function listOutbox(ctx: Ctx, after: string | null): Promise<OutboxPage> {
  const cursor = readCursor(after);
  const older = cursor
    ? Prisma.sql`and (o.created_at, o.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    : Prisma.empty;
  const rows = await ctx.db.$queryRaw<OutboxRow[]>`
    select o.id, o.created_at as at, coalesce(s.subject, o.props ->> 'subject', '') as subject, o.recipient,
      o.recipient_name as "recipientName", o.template, o.state::text as state, o.reason, t.number as "ticketNumber"
    from outbound_mail o
    left join outbox_mail s on s.outbound_id = o.id
    left join ticket t on t.id = o.thread_id
    where ${visibleMails(ctx.actor)} ${older}
    order by o.created_at desc, o.id desc
    limit ${PAGE + 1}`;
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return { rows: page, next: rows.length > PAGE && last ? writeCursor(last) : null };
}
