import type { Ctx } from "~/platform/ctx.server";

const DAY_MS = 86_400_000;

/** Marks on tickets read since become read themselves, so that counting stays short; after 90 days they go. */
export async function sweepNotifications(ctx: Ctx): Promise<void> {
  await ctx.db.$executeRaw`
    update notification n set read_at = r.read_at from ticket_read r
    where n.read_at is null and r.ticket_id = n.ticket_id and r.person_id = n.person_id and r.read_at >= n.at`;
  await ctx.db.notification.deleteMany({ where: { readAt: { lt: new Date(ctx.now.getTime() - 90 * DAY_MS) } } });
}
