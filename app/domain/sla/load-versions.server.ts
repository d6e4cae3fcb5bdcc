import { rememberCalendar } from "~/domain/calendars/remember-calendar";
import { calendarRules } from "~/domain/calendars/schema";
import type { Ctx } from "~/platform/ctx.server";
import type { ClockVersion } from "./clock-facts";
import { type PolicyRules, policyRules } from "./schema";

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
        calendar: rememberCalendar(calendarId, () =>
          calendarRules.parse(rows.find(({ id }) => id === calendarId)?.calendar),
        ),
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
