import { requireStaffActor } from "~/domain/tickets/policy";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { type KeysetPage, PAGE_LIMIT } from "~/platform/keyset.server";
import { readTextPage, textWalk } from "~/platform/text-keyset.server";

export type BlockedRow = {
  /** An address, or a domain with "@" before it. */
  entry: string;
  note: string;
  createdAt: Date;
  byName: string | null;
  /** Mails discarded by it in 30 days, up to MOST. */
  mails: number;
};

const DAYS = 30;
const MOST = 1_000;

/** A page of the block list, from A to Z with the domains first, and what each entry discarded lately; `q` is a part of an entry. */
export async function listBlocked(
  ctx: Ctx,
  { q = "", after = null }: { q?: string; after?: string | null } = {},
): Promise<KeysetPage<BlockedRow>> {
  requireStaffActor(ctx.actor);
  const part = `%${q
    .replaceAll("\0", "")
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, "\\$&")}%`;
  const found = q.trim() ? Prisma.sql`b.address like ${part}` : Prisma.sql`true`;
  const since = new Date(ctx.now.getTime() - DAYS * 86_400_000);
  return readTextPage(after, (cursor) => {
    const { where, order } = textWalk(cursor, Prisma.sql`b.address`, Prisma.sql`b.address`);
    return ctx.db.$queryRaw<(BlockedRow & { key: string; id: string })[]>`
      select b.address as entry, b.address as key, b.address as id, b.note, b.created_at as "createdAt", p.name as "byName",
        (select count(*)::int from (select from inbound_mail i
          where i.blocked_by = b.address and i.received_at > ${since} limit ${Prisma.raw(String(MOST))}) lately) as mails
      from blocked_sender b left join person p on p.id = b.by_id
      where ${found} and ${where} order by ${order} ${PAGE_LIMIT}`;
  });
}
