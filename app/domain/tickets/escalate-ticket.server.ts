import "~/domain/sla/events";
import { type LadderStep, policyRules } from "~/domain/sla/schema";
import type { SlaKind } from "~/generated/prisma/enums";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { applyChanges } from "./internal/apply-changes.server";
import { findLockedTicket, type LockedTicket } from "./internal/locked-ticket.server";
import { isOpen, PRIORITIES, type Priority } from "./states";

export type Escalation = { targetId: string; step: string; policyVersionId: string };

/**
 * Takes a step of a ladder that fired: raises the priority (never lowers it) and moves the ticket as the step's own
 * rule, and records whom to tell; webhooks hear of the event. Once: a repeat finds it done. Tickets that are done or in
 * the bin are not changed any more.
 */
export function escalateTicket(ctx: Ctx, escalation: Escalation): Promise<{ taken: boolean }> {
  return inTransaction(ctx, async (ctx) => {
    const { targetId, step: stepId } = escalation;
    const target = await ctx.db.slaTarget.findUnique({ where: { id: targetId }, select: { ticketId: true } });
    const ticket = target && (await findLockedTicket(ctx, target.ticketId));
    if (!ticket) return { taken: false };
    const fired = await readFired(ctx, escalation);
    if (!fired || fired.doneAt) return { taken: false };
    await ctx.db.slaAlarm.updateMany({ where: { targetId, step: stepId }, data: { doneAt: ctx.now } });
    const step = policyRules.parse(fired.rules).ladder.find(({ id }) => id === stepId);
    if (!step || ticket.deletedAt) return { taken: false };

    const acting: Ctx = { ...ctx, actor: { kind: "rule", id: step.id } };
    const changes = await change(acting, ticket, step);
    await recordEvent(
      acting,
      "sla.escalated",
      { ticketId: ticket.id },
      {
        targetId,
        kind: fired.kind,
        cycle: fired.cycle,
        step: step.id,
        who: [...new Set(step.actions.flatMap((action) => (action.do === "notify" ? action.who : [])))],
        ...changes,
        policyVersionId: escalation.policyVersionId,
      },
    );
    return { taken: true };
  });
}

type Fired = { doneAt: Date | null; kind: SlaKind; cycle: number; rules: unknown };

async function readFired(ctx: Ctx, { targetId, step, policyVersionId }: Escalation): Promise<Fired | undefined> {
  const [row] = await ctx.db.$queryRaw<Fired[]>`
    select a.done_at as "doneAt", s.kind, s.cycle, v.rules
    from sla_alarm a join sla_target s on s.id = a.target_id
    join sla_policy_version v on v.id = ${policyVersionId}::uuid
    where a.target_id = ${targetId}::uuid and a.step = ${step}`;
  return row;
}

async function change(
  ctx: Ctx,
  ticket: LockedTicket,
  { actions }: LadderStep,
): Promise<{ priority?: Priority; queueId?: string }> {
  if (!isOpen(ticket.state)) return {};
  const raised = actions.flatMap((action) => (action.do === "raise_priority" ? action.to : []));
  const priority = PRIORITIES[Math.min(...[...raised, ticket.priority].map((code) => PRIORITIES.indexOf(code)))];
  const moved = actions.findLast((action) => action.do === "reroute");
  const queueId =
    moved && moved.queueId !== ticket.queueId && (await isQueue(ctx, moved.queueId)) ? moved.queueId : undefined;
  const changes = {
    ...(priority && priority !== ticket.priority && { priority }),
    ...(queueId && { queueId }),
  };
  if (Object.keys(changes).length) await applyChanges(ctx, ticket, changes);
  return changes;
}

const isQueue = async (ctx: Ctx, id: string): Promise<boolean> =>
  (await ctx.db.queue.count({ where: { id, archivedAt: null } })) > 0;
