import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { assertManagesOrganizations } from "./organization-policy";
import { PAGE_LIMIT, PAGE_SIZE } from "~/platform/keyset.server";

export type OrganizationRow = {
  id: string;
  name: string;
  domain: string | null;
  sharing: "own" | "organization";
  region: string;
  contacts: number;
  assets: number;
  contracts: number;
};
export type OrganizationPage = { rows: OrganizationRow[]; next: string | null; previous: string | null };

/** A page of organizations by name; `q` finds parts of names and domains. Who walks past an end gets the first page. */
export async function listOrganizations(
  ctx: Ctx,
  { q = "", after }: { q?: string; after: string | null },
): Promise<OrganizationPage> {
  assertManagesOrganizations(ctx.actor);
  const cursor = readCursor(after);
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const found = q ? Prisma.sql`(o.name ilike ${like} or o.domain ilike ${like})` : Prisma.sql`true`;
  const than = cursor?.back ? Prisma.sql`<` : Prisma.sql`>`;
  const beyond = cursor ? Prisma.sql`(o.name, o.id) ${than} (${cursor.name}, ${cursor.id}::uuid)` : Prisma.sql`true`;
  const way = cursor?.back ? Prisma.sql`desc` : Prisma.sql`asc`;
  const fetched = await ctx.db.$queryRaw<OrganizationRow[]>`
    select o.id, o.name, o.domain, o.sharing, o.region,
      (select count(*)::int from contact c where c.organization_id = o.id) as contacts,
      (select count(*)::int from asset a where a.organization_id = o.id and a.archived_at is null) as assets,
      (select count(*)::int from contract_organization co join contract k on k.id = co.contract_id
        where co.organization_id = o.id and k.archived_at is null) as contracts
    from organization o where ${found} and ${beyond} order by o.name ${way}, o.id ${way} ${PAGE_LIMIT}`;
  const more = fetched.length > PAGE_SIZE;
  const rows = fetched.slice(0, PAGE_SIZE);
  if (cursor && (cursor.back ? !more : !rows.length)) return listOrganizations(ctx, { q, after: null });
  if (cursor?.back) rows.reverse();
  return {
    rows,
    next: more || cursor?.back ? writeCursor(rows.at(-1), false) : null,
    previous: cursor ? writeCursor(rows[0], true) : null,
  };
}

type Cursor = { back: boolean; name: string; id: string };

const writeCursor = (row: OrganizationRow | undefined, back: boolean): string | null =>
  row ? Buffer.from(`${back ? "b" : "f"}${row.id}${row.name}`).toString("base64url") : null;

/** Null for the first page, and for anything that is not a cursor of ours. */
function readCursor(text: string | null): Cursor | null {
  const plain = Buffer.from(text ?? "", "base64url").toString();
  const [direction, id, name] = [plain.slice(0, 1), plain.slice(1, 37), plain.slice(37)];
  return /[bf]/.test(direction) && isId(id) && !name.includes("\0") ? { back: direction === "b", id, name } : null;
}
