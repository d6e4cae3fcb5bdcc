import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { type Cursor, PAGE_LIMIT, readPage, walk } from "~/platform/keyset.server";
import { prepared } from "~/platform/prepared.server";
import { MAIL_ROW, type MailRowRecord, toMailRow } from "./internal/mail-row.server";
import { mailMatches } from "./mail-matches.server";
import type { MailPage } from "./mail-views";
import { mailQueues } from "./mail-queues.server";

/**
 * A page of the mail that waits for a decision, oldest first, in one statement: agents see their queues', administrators
 * all. `q` as in mailMatches.
 */
export async function listHeldMail(
  ctx: Ctx,
  { q = "", after = null }: { q?: string; after?: string | null },
): Promise<MailPage> {
  const queueIds = mailQueues(ctx.actor);
  const matches = mailMatches(q);
  const page = await readPage(after, (cursor) =>
    ctx.db.$queryRaw<MailRowRecord[]>(statement(ctx, queueIds, matches, cursor)),
  );
  return { ...page, rows: page.rows.map(toMailRow) };
}

function statement(ctx: Ctx, queueIds: string[] | null, matches: Prisma.Sql | null, cursor: Cursor | null): Prisma.Sql {
  const [key, id] = [Prisma.sql`h.held_at`, Prisma.sql`h.inbound_id`];
  const { where, order } = walk(cursor, false, key, id);
  const found = matches
    ? Prisma.sql`exists (select 1 from inbound_mail i where i.id = h.inbound_id and ${matches})`
    : Prisma.sql`true`;
  const some = (owner: Prisma.Sql) => Prisma.sql`
    select h.inbound_id as id, h.held_at as key from mail_hold h
    where h.decided_at is null and ${owner} and ${found} and ${where} order by ${order(key, id)} ${PAGE_LIMIT}`;
  const pageOrder = order(Prisma.sql`page.key`, Prisma.sql`page.id`);
  const ids = queueIds
    ? Prisma.sql`
      select first.id, first.key from unnest(${queueIds}::uuid[]) as queues(id)
      cross join lateral (${some(Prisma.sql`h.queue_id = queues.id`)}) first
      order by ${order(Prisma.sql`first.key`, Prisma.sql`first.id`)} ${PAGE_LIMIT}`
    : some(Prisma.sql`true`);
  const whole = Prisma.sql`
    with page as (${ids})
    select page.key, ${MAIL_ROW(ctx.actor)}
    order by ${pageOrder}`;
  return matches ? whole : prepared(whole);
}
