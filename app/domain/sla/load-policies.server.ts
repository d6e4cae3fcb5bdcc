import { ALWAYS_OPEN_ID } from "~/domain/calendars/built-in";
import type { CompiledCalendar } from "~/domain/calendars/compile-calendar";
import { rememberCalendar } from "~/domain/calendars/remember-calendar";
import { calendarRules } from "~/domain/calendars/schema";
import type { Ctx } from "~/platform/ctx.server";
import type { ClockPolicy, ClockVersion } from "./clock-facts";
import { type PolicyRules, policyRules } from "./schema";

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
  return { calendarId, versionId, compiled: compiledVersion(versionId, rules) };
}

const compiledVersion = (versionId: string, rules: unknown): CompiledCalendar =>
  rememberCalendar(versionId, () => calendarRules.parse(rules));

const KEPT = 500;
const versions = new Map<string, ClockVersion>();
type Ran = { policyVersionId: string; calendarVersionId: string | null };
const keyOf = ({ policyVersionId, calendarVersionId }: Ran) => `${policyVersionId} ${calendarVersionId ?? ""}`;

/** Reads the versions that some cycles ran under; versions never change, so the last ones asked for are kept. */
export async function loadVersions(ctx: Ctx, ran: readonly Ran[]): Promise<(target: Ran) => ClockVersion> {
  const found = new Map(ran.map((target) => [keyOf(target), versions.get(keyOf(target))] as const));
  const missing = ran.filter((target) => !found.get(keyOf(target)));
  if (missing.length) {
    if (versions.size > KEPT) versions.clear();
    const rows = await ctx.db.$queryRaw<{ id: string; policy: unknown; calendar: unknown }[]>`
      select id, rules as policy, null as calendar from sla_policy_version
      where id = any(${missing.map((target) => target.policyVersionId)}::uuid[])
      union all select id, null, rules from calendar_version
      where id = any(${[...missing.flatMap((target) => target.calendarVersionId ?? []), ALWAYS_OPEN_VERSION_ID]}::uuid[])`;
    const rules = new Map<string, PolicyRules>();
    for (const { id, policy } of rows) if (policy) rules.set(id, policyRules.parse(policy));
    for (const target of missing) {
      const calendarId = target.calendarVersionId ?? ALWAYS_OPEN_VERSION_ID;
      const version = {
        rules: known(rules.get(target.policyVersionId)),
        calendar: compiledVersion(calendarId, rows.find(({ id }) => id === calendarId)?.calendar),
      };
      versions.set(keyOf(target), version);
      found.set(keyOf(target), version);
    }
  }
  return (target) => known(found.get(keyOf(target)));
}

/** The only version of "24 × 7". */
const ALWAYS_OPEN_VERSION_ID = "00000000-0000-7000-8000-000000000025";

function known<T>(value: T | undefined): T {
  if (!value) throw new Error("a cycle's versions are kept with it");
  return value;
}
