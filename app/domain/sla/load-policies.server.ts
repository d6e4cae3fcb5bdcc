import { ALWAYS_OPEN_ID } from "~/domain/calendars/built-in";
import { rememberCalendar } from "~/domain/calendars/remember-calendar";
import { calendarRules } from "~/domain/calendars/schema";
import type { Ctx } from "~/platform/ctx.server";
import type { ClockPolicy } from "./clock-facts";
import { policyRules } from "./schema";

type CalendarRow = { calendarId: string; versionId: string; rules: unknown; isDefault: boolean };
type PolicyRow = { policyId: string; versionId: string; archived: boolean; rules: unknown };

const loaded: { mark: string | null; policies: readonly ClockPolicy[] } = { mark: null, policies: [] };

/**
 * Every policy in its order, newest versions, each with its hours. Kept in memory as long as `mark` stays the same: the
 * epoch's version and the transaction that wrote it.
 */
export async function loadPolicies(ctx: Ctx, mark: string): Promise<readonly ClockPolicy[]> {
  if (loaded.mark === mark) return loaded.policies;
  const policies = await ctx.db.$queryRaw<PolicyRow[]>`
    select p.id as "policyId", v.id as "versionId", p.archived_at is not null as archived, v.rules
    from sla_policy p join sla_policy_version v on v.policy_id = p.id and v.version = p.version
    order by p.position, p.id`;
  const calendars = policies.length
    ? await ctx.db.$queryRaw<CalendarRow[]>`
        select c.id as "calendarId", v.id as "versionId", v.rules, c.is_default as "isDefault"
        from calendar c join calendar_version v on v.calendar_id = c.id and v.version = c.version`
    : [];
  loaded.policies = policies.map(({ rules, ...row }) => {
    const parsed = policyRules.parse(rules);
    return { ...row, rules: parsed, calendar: calendarFor(parsed.calendarId, calendars) };
  });
  loaded.mark = mark;
  return loaded.policies;
}

/** A policy without hours of its own goes by the company's, else by "24 × 7". */
function calendarFor(id: string | null, calendars: readonly CalendarRow[]): ClockPolicy["calendar"] {
  const found =
    (id ? calendars.find(({ calendarId }) => calendarId === id) : calendars.find(({ isDefault }) => isDefault)) ??
    calendars.find(({ calendarId }) => calendarId === ALWAYS_OPEN_ID);
  if (!found) throw new Error("24 × 7 is always there");
  const { calendarId, versionId, rules } = found;
  return { calendarId, versionId, compiled: rememberCalendar(versionId, () => calendarRules.parse(rules)) };
}
