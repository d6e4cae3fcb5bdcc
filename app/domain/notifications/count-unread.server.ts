import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { UNREAD } from "./internal/unread.server";

export const UNREAD_CAP = 99;
const STOP = Prisma.raw(`limit ${UNREAD_CAP + 1}`);

/** How many unread marks the actor has; counting stops one above the cap. */
export async function countUnread(ctx: Ctx): Promise<number> {
  if (ctx.actor.kind !== "person") return 0;
  const [row] = await ctx.db.$queryRaw<{ count: number }[]>(
    prepared(Prisma.sql`
    select count(*)::int as count from (
      select 1 from notification n where n.person_id = ${ctx.actor.personId}::uuid and ${UNREAD} ${STOP}
    ) unread`),
  );
  return row?.count ?? 0;
}
