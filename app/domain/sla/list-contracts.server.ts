import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { type KeysetPage, PAGE_LIMIT, readPage, walk } from "~/platform/keyset.server";
import { assertReadsContracts } from "./contract-policy";
import type { ContractRow } from "./contract-views";
import { contractRow, readContractRows } from "./internal/contract-rows.server";

/** A page of contracts, the latest end first; `q` finds numbers, names and organizations. Archived ones when asked for. */
export async function listContracts(
  ctx: Ctx,
  after: string | null,
  { q = "", archived = false }: { q?: string; archived?: boolean } = {},
): Promise<KeysetPage<ContractRow>> {
  assertReadsContracts(ctx.actor);
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const found = q
    ? Prisma.sql`(c.number ilike ${like} or c.name ilike ${like} or exists (
        select from contract_organization co join organization o on o.id = co.organization_id
        where co.contract_id = c.id and o.name ilike ${like}))`
    : Prisma.sql`true`;
  const kept = archived ? Prisma.sql`c.archived_at is not null` : Prisma.sql`c.archived_at is null`;
  const [key, id] = [Prisma.sql`c.ends_at`, Prisma.sql`c.id`];
  const page = await readPage(after, async (cursor) => {
    const { where, order } = walk(cursor, true, key, id);
    const rest = Prisma.sql`where ${kept} and ${found} and ${where} order by ${order(key, id)} ${PAGE_LIMIT}`;
    return (await readContractRows(ctx, rest, 3)).map((stored) => contractRow(stored, ctx.now));
  });
  return { ...page, rows: page.rows.map(({ key: _key, ...row }) => row) };
}
