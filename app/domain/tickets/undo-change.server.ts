import { conflict, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import type { EventData } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { applyChanges } from "./internal/apply-changes.server";
import { type LockedTicket, lockVisibleTicket } from "./internal/locked-ticket.server";
import { refuseMerged } from "./internal/refuse-merged.server";
import type { Changes } from "./internal/ticket-changes";
import { authorize } from "./policy";

type Assigned = EventData["ticket.assigned"];
type Changed = EventData["ticket.changed"];
type Moved = EventData["ticket.state_changed"];
type Past = { id: string } & (
  | { type: "ticket.assigned"; data: Assigned }
  | { type: "ticket.changed"; data: Changed }
  | { type: "ticket.state_changed"; data: Moved }
);

/**
 * Takes a field's last change back, as a change of its own. Conflict `tickets:error.undoGone` when the field was changed
 * again since, no longer holds what the change set, or was not changed by hand.
 */
export function undoChange(ctx: Ctx, number: number, eventId: string): Promise<{ eventIds: string[] }> {
  return inTransaction(ctx, async (ctx) => {
    const ticket = await lockVisibleTicket(ctx, number);
    authorize(ctx.actor, "ticket.change", ticket);
    const past = await findPast(ctx, ticket, eventId);
    if (!past) throw notFound();
    await refuseMerged(ctx, ticket);
    const changes = await reverse(ctx, ticket, past);
    if (!changes || !(await isLast(ctx, ticket, past))) throw conflict("tickets:error.undoGone");
    return { eventIds: await applyChanges(ctx, ticket, changes, { undoneEventId: eventId }) };
  });
}

async function findPast(ctx: Ctx, ticket: LockedTicket, eventId: string): Promise<Past | null> {
  const rows = await ctx.db.$queryRaw<Past[]>`
    select id, type, data from event
    where id = ${eventId}::uuid and ticket_id = ${ticket.id}::uuid
      and type in ('ticket.changed', 'ticket.assigned', 'ticket.state_changed')`;
  return rows[0] ?? null;
}

/** The change that leads back, or null when the ticket no longer is where the event left it. */
async function reverse(ctx: Ctx, ticket: LockedTicket, past: Past): Promise<Changes | null> {
  if (past.type === "ticket.assigned")
    return past.data.to === ticket.assigneeId ? { assigneeId: past.data.from } : null;
  if (past.type === "ticket.state_changed") return reverseMove(ctx, ticket, past.data);
  return reverseField(ctx, ticket, past.data);
}

function reverseMove(ctx: Ctx, ticket: LockedTicket, moved: Moved): Changes | null {
  if (moved.cause !== "agent" || moved.from === moved.to || moved.to !== ticket.state) return null;
  const until = moved.fromUntil ? new Date(moved.fromUntil) : undefined;
  // A snooze that is over by now has nothing to go back to but work.
  if (moved.from === "snoozed" && (!until || until <= ctx.now)) return { state: "open" };
  return { state: moved.from, statusId: moved.fromStatusId, snoozeUntil: until };
}

async function reverseField(ctx: Ctx, ticket: LockedTicket, { field, from, to }: Changed): Promise<Changes | null> {
  switch (field) {
    case "priority":
      return to === ticket.priority ? { priority: from as LockedTicket["priority"] } : null;
    case "queue":
      return to === ticket.queueId ? { queueId: String(from) } : null;
    case "type":
      return to === ticket.typeId ? { typeId: from as string | null } : null;
    case "asset":
      return to === ticket.assetId ? { assetId: from as string | null } : null;
    case "contract":
      return to === ticket.contractId ? { contractId: from as string | null } : null;
    case "status":
      return to === ticket.statusId ? { statusId: String(from) } : null;
    case "tags":
      return (await hasTags(ctx, ticket.id, to as string[])) ? { tagIds: from as string[] } : null;
    case "subject": {
      const before = await ctx.db.subjectVersion.findUnique({ where: { id: String(from) }, select: { subject: true } });
      return before && { subject: before.subject };
    }
    default:
      return null;
  }
}

async function hasTags(ctx: Ctx, ticketId: string, wanted: readonly string[]): Promise<boolean> {
  const rows = await ctx.db.ticketTag.findMany({ where: { ticketId }, select: { tagId: true } });
  return rows.length === wanted.length && rows.every(({ tagId }) => wanted.includes(tagId));
}

/** No later event of the same kind; ids of one millisecond do not tell their order, so the value's own check stands too. */
async function isLast(ctx: Ctx, ticket: LockedTicket, past: Past): Promise<boolean> {
  const field = past.type === "ticket.changed" ? past.data.field : null;
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    select later.id from event e, event later
    where e.id = ${past.id}::uuid and later.ticket_id = ${ticket.id}::uuid and later.type = e.type
      and later.id <> e.id and later.at >= e.at and later.data ->> 'field' is not distinct from ${field}
      and (later.at > e.at or later.data ->> 'undoneEventId' = e.id::text)
    limit 1`;
  return rows.length === 0;
}
