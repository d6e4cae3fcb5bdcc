import type { Ctx } from "~/platform/ctx.server";
import { assertAdministers } from "./policy";
import { type PolicyRules, policyRules, SLA_KINDS } from "./schema";

/** Counting a policy's open tickets stops one above this. */
export const OPEN_TICKETS_CAP = 999;

export type PolicyRow = {
  id: string;
  name: string;
  version: number;
  archivedAt: Date | null;
  rules: PolicyRules;
  /** The calendar's name when the rules choose one. */
  calendar: string | null;
  /** Tickets with an open cycle under any of its versions, counted up to the cap and one more. */
  openTickets: number;
};

// A ticket has at most one open cycle of a kind, so that many cycles are the tickets asked for, or all there are.
/** Every policy in the order in which they are asked, archived ones last. */
export async function listPolicies(ctx: Ctx): Promise<PolicyRow[]> {
  assertAdministers(ctx.actor);
  const rows = await ctx.db.$queryRaw<(Omit<PolicyRow, "rules"> & { rules: unknown })[]>`
    select p.id, p.name, p.version, p.archived_at as "archivedAt", v.rules, c.name as calendar,
      coalesce(running.tickets, 0) as "openTickets"
    from sla_policy p
    join sla_policy_version v on v.policy_id = p.id and v.version = p.version
    left join calendar c on c.id::text = v.rules ->> 'calendarId'
    cross join lateral (
      select least(count(distinct counted.ticket_id), ${OPEN_TICKETS_CAP + 1})::int as tickets from (
        select s.ticket_id from sla_target s
        where s.policy_version_id = any (array(select o.id from sla_policy_version o where o.policy_id = p.id))
          and s.met_at is null and s.cancelled_at is null
        limit ${SLA_KINDS.length * (OPEN_TICKETS_CAP + 1)}) counted
    ) running
    order by p.archived_at is not null, p.position, p.id`;
  return rows.map((row) => ({ ...row, rules: policyRules.parse(row.rules) }));
}
