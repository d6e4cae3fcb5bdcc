import type { Target } from "~/domain/sla/clock-facts";
import { loadVersions } from "~/domain/sla/load-versions.server";
import type { NamedTarget } from "~/domain/sla/view-clock";
import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { requireStaffActor } from "../policy";
import { visibleTickets } from "../visible.server";
import { type Millis, STRETCH, type StretchRow, TARGET, toStretch, toTarget } from "./clock-rows.server";

type Row = {
  recomputing: boolean;
  stretches: StretchRow[];
  targets: (Millis<Target> & { policyId: string; policyName: string; version: number; calendarName: string | null })[];
};

/** Every cycle of a visible ticket with its version and the stretches it waited, for the desk alone; or 404. Two statements at most. */
export async function readClocks(ctx: Ctx, number: number) {
  if (ctx.actor.kind !== "system") requireStaffActor(ctx.actor);
  const [row] = await ctx.db.$queryRaw<Row[]>(
    prepared(Prisma.sql`
    select t.deleted_at is null and t.state not in ('solved', 'closed')
        and t.clock_version < (select version from sla_epoch where id = 1) as recomputing,
      coalesce((select json_agg(${STRETCH} order by s."from") from state_span s where s.ticket_id = t.id),
        '[]') as stretches,
      coalesce((select json_agg(${TARGET}::jsonb || jsonb_build_object('policyId', p.id, 'policyName', p.name,
        'version', v.version, 'calendarName', c.name) order by s.started_at desc, s.cycle desc)
        from sla_target s join sla_policy_version v on v.id = s.policy_version_id join sla_policy p on p.id = v.policy_id
        left join calendar c on c.id = s.calendar_id where s.ticket_id = t.id), '[]') as targets
    from ticket t where t.number = ${number}::int and ${visibleTickets(ctx.actor, { deleted: "with" })}`),
  );
  if (!row) throw notFound();
  const targets = row.targets.map(({ policyId, policyName, version, calendarName, ...target }): NamedTarget => ({
    ...toTarget(target),
    policy: { id: policyId, name: policyName, version },
    calendarName,
  }));
  const versionOf = await loadVersions(ctx, targets);
  return { recomputing: row.recomputing, stretches: row.stretches.map(toStretch), targets, versionOf };
}
