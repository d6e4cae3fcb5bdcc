import { assertPlansFor } from "~/domain/routing/assert-plans-for.server";
import { forbidden, invalid } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { recordTicketEvents } from "~/platform/events.server";
import { touch } from "~/platform/live.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import type { LockedTicket } from "./internal/locked-ticket.server";
import { settleTickets } from "./internal/settle-tickets.server";

type Options = {
  /** Who takes it, above capacity too; nobody: it goes back to the queues, which find somebody. */
  toPersonId?: string | null;
  /** Also what waits or is snoozed: for somebody who will not be back. */
  unfinished?: boolean;
};

const AT_ONCE = 100;
const FIRST = "00000000-0000-0000-0000-000000000000";

/**
 * Hands on the work that a person has in hand, by themselves, the lead of a team of theirs, an administrator or the
 * product, and says how many tickets it was. Each hundred is a transaction of its own; a rerun does what is left. Each
 * ticket is handed on once, though a queue may give it back to somebody who is still there.
 */
export async function handOverTickets(ctx: Ctx, personId: string, options: Options = {}): Promise<{ handed: number }> {
  const { actor } = ctx;
  if (actor.kind === "anonymous") throw forbidden();
  if (actor.kind === "person") await assertPlansFor(ctx, personId, { own: true });
  const toPersonId = options.toPersonId ?? null;
  if (toPersonId) await requireStaff(ctx, toPersonId, personId);
  let handed = 0;
  for (let after: string | null = FIRST; after;) {
    const ids = await handOverSome(ctx, personId, toPersonId, { unfinished: options.unfinished ?? false, after });
    handed += ids.length;
    after = ids.length === AT_ONCE ? (ids.at(-1) ?? null) : null;
  }
  return { handed };
}

async function requireStaff(ctx: Ctx, toPersonId: string, personId: string): Promise<void> {
  const found = await ctx.db.person.findFirst({
    where: { id: toPersonId, role: { not: "customer" }, deactivatedAt: null },
    select: { id: true },
  });
  if (!found || toPersonId === personId)
    throw invalid("common:error.checkFields", { toPersonId: "tickets:error.assignee" });
}

type Which = { unfinished: boolean; after: string };

function handOverSome(ctx: Ctx, personId: string, toPersonId: string | null, which: Which): Promise<string[]> {
  return inTransaction(ctx, async (ctx) => {
    const tickets = await lockWork(ctx, personId, which);
    if (!tickets.length) return [];
    await ctx.db.ticket.updateMany({
      where: { id: { in: tickets.map(({ id }) => id) } },
      data: { assigneeId: toPersonId, activityAt: ctx.now },
    });
    await recordTicketEvents(
      ctx,
      "ticket.assigned",
      tickets.map(({ id }) => ({ ticketId: id, data: { from: personId, to: toPersonId, reason: "handed_over" } })),
    );
    await settleTickets(
      ctx,
      tickets.map((before) => ({ id: before.id, before })),
    );
    touch(ctx, `person:${personId}`, ...new Set(tickets.map(({ queueId }) => `queue:${queueId}`)));
    if (toPersonId) touch(ctx, `person:${toPersonId}`);
    return tickets.map(({ id }) => id);
  });
}

type Work = Pick<
  LockedTicket,
  "id" | "queueId" | "state" | "assigneeId" | "priority" | "deletedAt" | "activityAt" | "solvedAt" | "closedAt"
>;

function lockWork(ctx: Ctx, personId: string, { unfinished, after }: Which): Promise<Work[]> {
  const states = unfinished ? Prisma.sql`t.state not in ('solved', 'closed')` : Prisma.sql`t.state in ('new', 'open')`;
  return ctx.db.$queryRaw<Work[]>`
    select t.id, t.queue_id as "queueId", t.state, t.assignee_id as "assigneeId", t.priority, t.deleted_at as "deletedAt",
      t.activity_at as "activityAt", t.solved_at as "solvedAt", t.closed_at as "closedAt"
    from ticket t where t.assignee_id = ${personId}::uuid and t.deleted_at is null and ${states} and t.id > ${after}::uuid
    order by t.id limit ${AT_ONCE}::int for no key update of t`;
}
