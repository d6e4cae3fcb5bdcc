import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { type KeysetPage, PAGE_LIMIT } from "~/platform/keyset.server";
import { readTextPage, textWalk } from "~/platform/text-keyset.server";
import { assertKeepsSuppressions } from "./suppression-policy";

export type SuppressionRow = {
  address: string;
  reason: string;
  since: Date;
  until: Date;
  /** Whose address it is, when we know. */
  person: { id: string; name: string } | null;
};

/** A page of the addresses that get no mail now, from A to Z; `q` finds parts of addresses. For administrators. */
export async function listSuppressions(
  ctx: Ctx,
  { q = "", reason = null, after }: { q?: string; reason?: string | null; after: string | null },
): Promise<KeysetPage<SuppressionRow>> {
  assertKeepsSuppressions(ctx.actor);
  const like = `%${q
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, "\\$&")}%`;
  const found = q.trim() ? Prisma.sql`s.address like ${like}` : Prisma.sql`true`;
  const why = reason ? Prisma.sql`s.reason = ${reason}` : Prisma.sql`true`;
  return readTextPage(after, (cursor) => {
    const { where, order } = textWalk(cursor, Prisma.sql`s.address`, Prisma.sql`s.address`);
    return ctx.db.$queryRaw<(SuppressionRow & { key: string; id: string })[]>`
      select s.address, s.address as key, s.address as id, s.reason, s.since, s.until,
        (select json_build_object('id', p.id, 'name', p.name) from email_address e join person p on p.id = e.person_id
          where e.address = s.address) as person
      from suppression s where s.until > ${ctx.now} and ${found} and ${why} and ${where} order by ${order} ${PAGE_LIMIT}`;
  });
}
