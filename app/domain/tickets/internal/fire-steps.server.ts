import "~/domain/sla/events";
import type { SettledCycle } from "~/domain/sla/settle-clock";
import type { Ctx } from "~/platform/ctx.server";
import { recordTicketEvents } from "~/platform/events.server";

export type FiredCycle = SettledCycle & { ticketId: string };

/**
 * Fires steps of cycles: each has its row once, whoever else fires it too, and what follows from it follows once: the
 * event of a warning or a breach, the job of a step of the ladder. A target that is overdue at once has no warning to tell.
 */
export async function fireSteps(ctx: Ctx, cycles: readonly FiredCycle[]): Promise<void> {
  const steps = cycles.flatMap(({ ticketId, target, fired }) => fired.map((fire) => ({ ticketId, target, ...fire })));
  if (!steps.length) return;
  const rows = await ctx.db.$queryRaw<{ targetId: string; step: string }[]>`
    insert into sla_alarm (target_id, step, at, done_at)
    select target_id, step, ${ctx.now}, case when done then ${ctx.now}::timestamptz end from unnest(
      ${steps.map(({ target }) => target.id)}::uuid[], ${steps.map(({ step }) => step)}::text[],
      ${steps.map(({ step }) => isOwn(step))}::boolean[]) as s (target_id, step, done)
    on conflict do nothing returning target_id as "targetId", step`;
  const won = new Set(rows.map(({ targetId, step }) => `${targetId} ${step}`));
  const mine = steps.filter(({ target, step }) => won.has(`${target.id} ${step}`));
  // The product notices, whoever's act brought it about.
  const product: Ctx = { ...ctx, actor: { kind: "system" } };
  const about = ({ ticketId, target: { id, kind, cycle }, step }: (typeof mine)[number]) => ({
    ticketId,
    data: { targetId: id, kind, cycle, step },
  });
  const warned = mine.filter(({ step, atOnce }) => step === "warning" && !atOnce);
  const breached = mine.filter(({ step }) => step === "breach");
  await recordTicketEvents(
    product,
    "sla.warned",
    warned.map((fire) => ({
      ...about(fire),
      data: { ...about(fire).data, ...(fire.late && { late: true as const }) },
    })),
  );
  await recordTicketEvents(
    product,
    "sla.breached",
    breached.map((fire) => ({
      ...about(fire),
      data: { ...about(fire).data, ...(fire.atOnce && { atOnce: true as const }) },
    })),
  );
  await escalate(
    ctx,
    mine.filter(({ step }) => !isOwn(step)),
  );
}

/** Steps that every cycle has; the others are the ladder's. */
const isOwn = (step: string) => step === "warning" || step === "breach";

/** One job for each step of a ladder. */
async function escalate(ctx: Ctx, steps: readonly { target: { id: string; policyVersionId: string }; step: string }[]) {
  if (!steps.length) return;
  await ctx.db.$executeRaw`
    select graphile_worker.add_job('tickets.escalate',
      json_build_object('targetId', s.target_id, 'step', s.step, 'policyVersionId', s.policy_version_id),
      null, null, 25, 'sla:' || s.target_id || ':' || s.step, 5)
    from unnest(${steps.map(({ target }) => target.id)}::uuid[], ${steps.map(({ step }) => step)}::text[],
      ${steps.map(({ target }) => target.policyVersionId)}::uuid[]) as s (target_id, step, policy_version_id)`;
}
