import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { MAIL_CAP } from "./mail-views";
import { mailQueues } from "./mail-queues.server";

const STOP = Prisma.raw(`limit ${MAIL_CAP}`);

/** How many mails wait for a decision that the actor may take, up to MAIL_CAP. Reads at most that many index entries per queue. */
export async function countHeldMail(ctx: Ctx): Promise<number> {
  const queueIds = mailQueues(ctx.actor);
  const found = queueIds
    ? Prisma.sql`
      select 1 from unnest(${queueIds}::uuid[]) as queues(id) cross join lateral (
        select 1 from mail_hold h where h.decided_at is null and h.queue_id = queues.id ${STOP}) found ${STOP}`
    : Prisma.sql`select 1 from mail_hold h where h.decided_at is null ${STOP}`;
  const [row] = await ctx.db.$queryRaw<{ count: number }[]>(
    prepared(Prisma.sql`select count(*)::int as count from (${found}) counted`),
  );
  return row?.count ?? 0;
}
