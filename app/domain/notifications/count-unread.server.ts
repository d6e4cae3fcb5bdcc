import type { Ctx } from "~/platform/ctx.server";
import { UNREAD } from "./internal/unread.server";

export const UNREAD_CAP = 99;

/** How many unread marks the actor has; counting stops one above the cap. */
export async function countUnread(ctx: Ctx): Promise<number> {
  if (ctx.actor.kind !== "person") return 0;
  const [row] = await ctx.db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select 1 from notification n where n.person_id = ${ctx.actor.personId}::uuid and ${UNREAD} limit ${UNREAD_CAP + 1}
    ) unread`;
  return row?.count ?? 0;
}
