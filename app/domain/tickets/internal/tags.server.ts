import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { normaliseTags } from "../tag-names";

/** The ids of tags by name, made on the fly; of two who make the same tag at once both get the one row. */
export async function findOrCreateTags(ctx: Ctx, names: readonly string[]): Promise<string[]> {
  const wanted = normaliseTags(names);
  if (!wanted.length) return [];
  const rows = await ctx.db.$queryRaw<{ id: string }[]>(
    prepared(Prisma.sql`
    insert into tag (id, name)
    select i.id, i.name from unnest(${wanted.map(() => newId())}::uuid[], ${wanted}::text[]) i (id, name)
    order by i.name
    on conflict (name) do update set name = excluded.name returning id`),
  );
  return rows.map(({ id }) => id);
}
