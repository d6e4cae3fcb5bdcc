import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { type Cursor, PAGE_LIMIT, readPage, walk } from "~/platform/keyset.server";
import { prepared } from "~/platform/prepared.server";
import { MAIL_ROW, type MailRowRecord, toMailRow } from "./internal/mail-row.server";
import { mailMatches } from "./mail-matches.server";
import type { MailPage } from "./mail-views";
import { mailQueues } from "./mail-queues.server";

type Query = { view: "all" | "discarded"; q?: string; after?: string | null };

/**
 * A page of received mail, newest first, in one statement: agents see their queues', administrators all. `q` as in
 * mailMatches.
 */
export async function listMails(ctx: Ctx, { view, q = "", after = null }: Query): Promise<MailPage> {
  const queueIds = mailQueues(ctx.actor);
  const matches = mailMatches(q);
  const kind = view === "discarded" ? Prisma.sql`i.outcome = 'discarded'` : Prisma.sql`true`;
  const page = await readPage(after, (cursor) =>
    ctx.db.$queryRaw<MailRowRecord[]>(
      matches ? searched(ctx, queueIds, kind, matches, cursor) : walked(ctx, queueIds, kind, cursor),
    ),
  );
  return { ...page, rows: page.rows.map(toMailRow) };
}

const KEY = Prisma.sql`i.received_at`;
const ID = Prisma.sql`i.id`;

/** The first rows of each queue by that queue's index, then the first of those. */
function walked(ctx: Ctx, queueIds: string[] | null, kind: Prisma.Sql, cursor: Cursor | null): Prisma.Sql {
  const { where, order } = walk(cursor, true, KEY, ID);
  const some = (owner: Prisma.Sql) => Prisma.sql`
    select i.id, i.received_at as key from inbound_mail i
    where ${owner} and ${kind} and ${where} order by ${order(KEY, ID)} ${PAGE_LIMIT}`;
  const ids = queueIds
    ? Prisma.sql`
      select first.id, first.key from unnest(${queueIds}::uuid[]) as queues(id)
      cross join lateral (${some(Prisma.sql`i.queue_id = queues.id`)}) first
      order by ${order(Prisma.sql`first.key`, Prisma.sql`first.id`)} ${PAGE_LIMIT}`
    : some(Prisma.sql`true`);
  return prepared(pageOf(ctx, ids, order));
}

/** Whatever is searched for is rarer than a queue's mail: its own index finds it. */
function searched(
  ctx: Ctx,
  queueIds: string[] | null,
  kind: Prisma.Sql,
  matches: Prisma.Sql,
  cursor: Cursor | null,
): Prisma.Sql {
  const { where, order } = walk(cursor, true, KEY, ID);
  const owner = queueIds ? Prisma.sql`i.queue_id = any(${queueIds}::uuid[])` : Prisma.sql`true`;
  const ids = Prisma.sql`
    select i.id, i.received_at as key from inbound_mail i
    where ${owner} and ${kind} and ${matches} and ${where} order by ${order(KEY, ID)} ${PAGE_LIMIT}`;
  return pageOf(ctx, ids, order);
}

const pageOf = (ctx: Ctx, ids: Prisma.Sql, order: ReturnType<typeof walk>["order"]): Prisma.Sql => Prisma.sql`
  with page as (${ids})
  select page.key, ${MAIL_ROW(ctx.actor)}
  order by ${order(Prisma.sql`page.key`, Prisma.sql`page.id`)}`;
