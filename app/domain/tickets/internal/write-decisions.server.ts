import type { Ctx } from "~/platform/ctx.server";
import { recordTicketEvents } from "~/platform/events.server";
import { touch } from "~/platform/live.server";
import "../events";
import type { Decided } from "./decided";

/**
 * Writes a batch of decisions on locked tickets: assignees and events, or the reason for waiting, and the traces. An
 * assignment moves no clock, and the places it takes are counted by the database.
 */
export async function writeDecisions(ctx: Ctx, queueId: string, decided: readonly Decided[]): Promise<void> {
  await keepTraces(ctx, queueId, decided);
  const given = decided.filter(({ decision }) => decision.winner);
  const waits = decided.filter(({ decision, decisionId }) => !decision.winner && decisionId);
  if (given.length) await assign(ctx, given);
  if (waits.length)
    await ctx.db.$executeRaw`
      update ticket t set wait_reason = d.reason
      from unnest(${waits.map(({ ticket }) => ticket.id)}::uuid[], ${waits.map(({ decision }) => decision.waits)}::text[]) d (id, reason)
      where t.id = d.id`;
  if (given.length || waits.length) touch(ctx, `queue:${queueId}`);
}

async function keepTraces(ctx: Ctx, queueId: string, decided: readonly Decided[]): Promise<void> {
  const kept = decided.filter(({ decisionId }) => decisionId);
  if (!kept.length) return;
  await ctx.db.$executeRaw`
    insert into routing_decision (id, ticket_id, kind, at, queue_id, assignee_id, outcome, trace)
    select d.id, d.ticket_id, 'assignment', ${ctx.now}::timestamptz, ${queueId}::uuid, d.assignee_id, d.outcome, d.trace::jsonb
    from unnest(${kept.map(({ decisionId }) => decisionId)}::uuid[], ${kept.map(({ ticket }) => ticket.id)}::uuid[],
      ${kept.map(({ decision }) => decision.winner?.candidate.personId ?? null)}::uuid[],
      ${kept.map(({ decision }) => decision.waits ?? "assigned")}::text[],
      ${kept.map(({ trace }) => JSON.stringify(trace))}::text[]) d (id, ticket_id, assignee_id, outcome, trace)`;
}

async function assign(ctx: Ctx, given: readonly Decided[]): Promise<void> {
  await ctx.db.$executeRaw`
    update ticket t set assignee_id = d.assignee_id, activity_at = ${ctx.now}::timestamptz, wait_reason = null,
      hand_back_at = d.hand_back_at
    from unnest(${given.map(({ ticket }) => ticket.id)}::uuid[],
      ${given.map(({ decision }) => decision.winner!.candidate.personId)}::uuid[],
      ${given.map(({ handBackAt }) => handBackAt)}::timestamptz[]) d (id, assignee_id, hand_back_at)
    where t.id = d.id`;
  await recordTicketEvents(
    ctx,
    "ticket.assigned",
    given.map(({ ticket, decision, decisionId, trace, load }) => ({
      ticketId: ticket.id,
      data: {
        from: null,
        to: decision.winner!.candidate.personId,
        reason: decision.by!,
        ...(decisionId ? { decisionId } : {}),
        load,
        capacity: decision.winner!.candidate.capacity,
        ...(trace && trace.languageFit !== "ignore" && decision.winner!.speaks ? { language: trace.language } : {}),
      },
    })),
  );
  for (const { ticket, decision } of given)
    touch(ctx, `person:${ticket.requesterId}`, `person:${decision.winner!.candidate.personId}`);
}
