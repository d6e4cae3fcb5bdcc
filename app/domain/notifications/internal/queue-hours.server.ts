import { nextOpening } from "~/domain/calendars/next-opening";
import { isWorking } from "~/domain/calendars/is-working";
import { isRemembered, rememberCalendar } from "~/domain/calendars/remember-calendar";
import type { CalendarRules } from "~/domain/calendars/schema";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";

/**
 * The hours of the queue `q` as a lateral join: its team's calendar, else the company's; no row is "always". Gives
 * `hours.version_id`.
 */
export const QUEUE_HOURS = Prisma.sql`
  left join lateral (
    select v.id as version_id
    from calendar c join calendar_version v on v.calendar_id = c.id and v.version = c.version
    where c.id = coalesce(
      (select tc.id from team te join calendar tc on tc.id = te.calendar_id and tc.archived_at is null
        where te.id = q.team_id and te.archived_at is null),
      (select dc.id from calendar dc where dc.is_default and dc.archived_at is null))
  ) hours on true`;

/**
 * When a calendar that was closed at `at` opens next; null while it was open, when it opened since, and for hours that
 * never begin.
 */
export async function findOpening(ctx: Ctx, versionId: string | null, at: Date): Promise<Date | null> {
  if (!versionId) return null;
  const stored = isRemembered(versionId)
    ? null
    : await ctx.db.calendarVersion.findUnique({ where: { id: versionId }, select: { rules: true } });
  const calendar = rememberCalendar(versionId, () => stored?.rules as unknown as CalendarRules);
  if (isWorking(calendar, at)) return null;
  const opening = nextOpening(calendar, at);
  return opening && opening > ctx.now ? opening : null;
}

const HOUR_MS = 3_600_000;
const A_WEEK = 7 * 24;

/** The next opening, or while it is open the one after the next closing; null for hours that never close or never begin. */
export async function exampleOpening(ctx: Ctx, versionId: string | null): Promise<Date | null> {
  for (let hour = 0; versionId && hour <= A_WEEK; hour++) {
    const opening = await findOpening(ctx, versionId, new Date(ctx.now.getTime() + hour * HOUR_MS));
    if (opening) return opening;
  }
  return null;
}
