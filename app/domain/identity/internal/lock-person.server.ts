import { notFound } from "~/lib/errors";
import type { Ctx, Role } from "~/platform/ctx.server";

/** Locks a person's row until the transaction ends, so that acts on one account queue up. */
export async function lockPerson(ctx: Ctx, personId: string): Promise<{ role: Role; deactivatedAt: Date | null }> {
  const [row] = await ctx.db.$queryRaw<{ role: Role; deactivated_at: Date | null }[]>`
    select role::text as role, deactivated_at from person where id = ${personId}::uuid for update`;
  if (!row) throw notFound();
  return { role: row.role, deactivatedAt: row.deactivated_at };
}

/** Locks every active administrator, in order of id, and returns their ids: the last one must stay. */
export async function lockAdministrators(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    select id from person where role = 'administrator' and deactivated_at is null order by id for update`;
  return rows.map(({ id }) => id);
}
