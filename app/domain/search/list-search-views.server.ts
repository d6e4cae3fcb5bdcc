import type { Ctx } from "~/platform/ctx.server";
import { prepared } from "~/platform/prepared.server";
import { Prisma } from "~/platform/db.server";
import { mayChangeView, requireStaffActor } from "./view-policy";

export type SearchViewRow = {
  id: string;
  name: string;
  query: string;
  shared: boolean;
  own: boolean;
  owner: string;
  mayChange: boolean;
};

const MOST = 100;

/** The actor's views and those shown to all, own ones first, by name. */
export async function listSearchViews(ctx: Ctx): Promise<SearchViewRow[]> {
  const actor = requireStaffActor(ctx.actor);
  const rows = await ctx.db.$queryRaw<(Omit<SearchViewRow, "own" | "mayChange"> & { ownerId: string })[]>(
    prepared(Prisma.sql`
      select v.id::text, v.name, v.query, v.shared, v.owner_id::text as "ownerId", p.name as owner
      from search_view v join person p on p.id = v.owner_id
      where v.shared or v.owner_id = ${actor.personId}::uuid
      order by v.owner_id <> ${actor.personId}::uuid, lower(v.name), v.id limit ${Prisma.raw(String(MOST))}`),
  );
  return rows.map(({ ownerId, ...row }) => ({
    ...row,
    own: ownerId === actor.personId,
    mayChange: mayChangeView(actor, { ownerId, shared: row.shared }),
  }));
}
