import type { Ctx } from "~/platform/ctx.server";
import { requireStaffActor } from "./view-policy";

const KEPT = 20;
const LONGEST = 300;

/** Keeps what an agent searched for, the newest twenty. */
export async function rememberSearch(ctx: Ctx, typed: string): Promise<void> {
  const { personId } = requireStaffActor(ctx.actor);
  const query = typed.replace(/\s+/gu, " ").trim();
  if (!query || query.length > LONGEST) return;
  await ctx.db.$executeRaw`
    with kept as (
      insert into recent_search (person_id, query, at) values (${personId}::uuid, ${query}, ${ctx.now})
      on conflict (person_id, query) do update set at = greatest(recent_search.at, excluded.at))
    delete from recent_search r where r.person_id = ${personId}::uuid and r.query <> ${query} and r.query in (
      select o.query from recent_search o where o.person_id = ${personId}::uuid and o.query <> ${query}
      order by o.at desc, o.query offset ${KEPT - 1})`;
}
