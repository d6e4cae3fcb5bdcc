import { conflict, invalid } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { type EventName, recordEvent, type EventData } from "~/platform/events.server";
import { touch } from "~/platform/live.server";
import "../events";
import { storable } from "../message-body";
import { normaliseTags } from "../tag-names";
import { isOpen, type TicketState } from "../states";
import { chooseCover, moveTicketDraw } from "./change-cover.server";
import { type ChangeFacts, readChangeFacts } from "./read-change-facts.server";
import type { LockedTicket } from "./locked-ticket.server";
import { changeSubject } from "./change-subject.server";
import type { Changes } from "./ticket-changes";
import { refuseMerged } from "./refuse-merged.server";
import { setSnooze } from "./set-snooze.server";
import { columnsForState, type TicketColumns, unansweredSince } from "./state-columns.server";
import { findOrCreateTags } from "./tags.server";
import { settleTickets } from "./settle-tickets.server";
import { touchTicket } from "./touch-ticket.server";

/** `undoneEventId` marks the taking back of an earlier change, which no table of moves can forbid. */
type Options = { undoneEventId?: string };

type Draft = { columns: TicketColumns; events: (() => Promise<string>)[] };

/**
 * Changes fields of a locked ticket: one update, one event for each field that differs, and their ids. A new queue of
 * which the assignee is no member leaves the ticket unassigned; the queue then finds somebody.
 */
export async function applyChanges(
  ctx: Ctx,
  ticket: LockedTicket,
  changes: Changes,
  { undoneEventId }: Options = {},
): Promise<string[]> {
  const undone = undoneEventId ? { undoneEventId } : {};
  const facts = await readChangeFacts(ctx, ticket, changes);
  const draft: Draft = { columns: {}, events: [] };
  const note = <N extends EventName>(name: N, data: EventData[N]) =>
    draft.events.push(() => recordEvent(ctx, name, { ticketId: ticket.id }, data));

  if (changes.subject !== undefined && changes.subject !== ticket.subject) {
    const from = await changeSubject(ctx, ticket);
    draft.columns.subject = storable(changes.subject);
    note("ticket.changed", { field: "subject", from, to: null, ...undone });
  }
  if (changes.priority && changes.priority !== ticket.priority) {
    draft.columns.priority = changes.priority;
    note("ticket.changed", { field: "priority", from: ticket.priority, to: changes.priority, ...undone });
  }
  if (changes.typeId !== undefined && changes.typeId !== ticket.typeId) {
    if (changes.typeId && !facts.typeExists) throw refused("typeId", "common:error.invalid");
    draft.columns.typeId = changes.typeId;
    note("ticket.changed", { field: "type", from: ticket.typeId, to: changes.typeId, ...undone });
  }
  const cover = await chooseCover(ctx, ticket, changes);
  if (cover.assetId !== ticket.assetId) {
    draft.columns.assetId = cover.assetId;
    note("ticket.changed", { field: "asset", from: ticket.assetId, to: cover.assetId, ...undone });
  }
  if (cover.contractId !== ticket.contractId) {
    // The contract may bring another policy: until the clocks are settled the ticket counts as stale.
    Object.assign(draft.columns, { contractId: cover.contractId, clockVersion: -1 });
    note("ticket.changed", { field: "contract", from: ticket.contractId, to: cover.contractId, ...undone });
  }
  const queueId = changes.queueId ?? ticket.queueId;
  if (queueId !== ticket.queueId) {
    if (!facts.queue) throw refused("queueId", "common:error.invalid");
    draft.columns.queueId = queueId;
    note("ticket.changed", { field: "queue", from: ticket.queueId, to: queueId, ...undone });
    touch(ctx, `queue:${queueId}`);
  }

  const assigneeId = nextAssignee(ticket, changes, facts);
  if (assigneeId !== ticket.assigneeId) {
    draft.columns.assigneeId = assigneeId;
    const reason = changes.assigneeId === undefined ? "queue_changed" : "manual";
    note("ticket.assigned", { from: ticket.assigneeId, to: assigneeId, reason, ...undone });
    if (assigneeId) touch(ctx, `person:${assigneeId}`);
  }

  const wantedTags = changes.tagIds ?? (changes.tags && (await changedTags(ctx, changes.tags, facts)));
  if (wantedTags && !sameSet(wantedTags, facts.tagIds)) {
    await replaceTags(ctx, ticket.id, facts.tagIds, wantedTags);
    note("ticket.changed", { field: "tags", from: facts.tagIds, to: [...wantedTags], ...undone });
  }

  const state = facts.status?.state ?? changes.state ?? ticket.state;
  if (changes.statusId && !facts.status) throw refused("statusId", "common:error.invalid");
  if (state !== ticket.state || (facts.status && facts.status.id !== ticket.statusId) || changes.snoozeUntil)
    await changeState(ctx, ticket, state, changes, facts, draft, undoneEventId);

  if (!draft.events.length) return [];
  await ctx.db.ticket.updateMany({ where: { id: ticket.id }, data: { ...draft.columns, activityAt: ctx.now } });
  const ids: string[] = [];
  for (const record of draft.events) ids.push(await record());
  if (cover.contractId !== ticket.contractId) await moveTicketDraw(ctx, ticket.id, cover.contractId);
  await settleTickets(ctx, [{ id: ticket.id, before: ticket }]);
  touchTicket(ctx, ticket);
  return ids;
}

const refused = (field: string, key: string) => invalid("common:error.checkFields", { [field]: key });

function nextAssignee(ticket: LockedTicket, changes: Changes, facts: ChangeFacts): string | null {
  if (changes.assigneeId === undefined) return facts.keepsAssignee ? ticket.assigneeId : null;
  if (changes.assigneeId && changes.assigneeId !== ticket.assigneeId && !facts.assigneeWorksThere)
    throw refused("assigneeId", "tickets:error.assignee");
  return changes.assigneeId;
}

async function changedTags(ctx: Ctx, names: readonly string[], facts: ChangeFacts): Promise<readonly string[]> {
  const wanted = normaliseTags(names);
  return sameSet(wanted, facts.tagNames) ? facts.tagIds : findOrCreateTags(ctx, wanted);
}

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && new Set([...a, ...b]).size === a.length;

async function replaceTags(ctx: Ctx, ticketId: string, from: readonly string[], to: readonly string[]): Promise<void> {
  const gone = from.filter((id) => !to.includes(id));
  if (gone.length) await ctx.db.ticketTag.deleteMany({ where: { ticketId, tagId: { in: gone } } });
  await ctx.db.$executeRaw`
    insert into ticket_tag (ticket_id, tag_id)
    select ${ticketId}::uuid, id from tag where id = any(${[...to]}::uuid[]) on conflict do nothing`;
}

async function changeState(
  ctx: Ctx,
  ticket: LockedTicket,
  to: TicketState,
  changes: Changes,
  facts: ChangeFacts,
  draft: Draft,
  undoneEventId: string | undefined,
): Promise<void> {
  const about = { ticketId: ticket.id };
  const undone = undoneEventId ? { undoneEventId } : {};
  if (to !== ticket.state && !undoneEventId) {
    await refuseMerged(ctx, ticket);
    if (!facts.moveAllowed) throw conflict("tickets:error.move");
  }
  const columns = columnsForState(ticket, to, ctx.now, facts.status?.id);
  const snooze = await setSnooze(ctx, ticket, to, changes.snoozeUntil);
  Object.assign(draft.columns, columns);
  if (to === ticket.state) {
    const [from, toStatus] = [ticket.statusId, facts.status?.id ?? ticket.statusId];
    if (from !== toStatus)
      draft.events.push(() =>
        recordEvent(ctx, "ticket.changed", about, { field: "status", from, to: toStatus, ...undone }),
      );
    else if (snooze.until)
      draft.events.push(() =>
        recordEvent(ctx, "ticket.state_changed", about, { from: to, to, until: snooze.until, cause: "agent" }),
      );
    return;
  }
  const wasDone = !isOpen(ticket.state);
  if (wasDone && isOpen(to)) {
    draft.columns.waitingSince = await unansweredSince(ctx, ticket.id, ticket.lastAgentAt);
    // Taking a solve back is no reopening.
    if (undoneEventId) delete draft.columns.reopenCount;
  }
  const toStatusId = String(columns.statusId);
  draft.events.push(() =>
    recordEvent(ctx, "ticket.state_changed", about, {
      from: ticket.state,
      to,
      ...snooze,
      cause: "agent" as const,
      fromStatusId: ticket.statusId,
      toStatusId,
      ...undone,
    }),
  );
}
