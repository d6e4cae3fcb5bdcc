import type { Channel, Priority, TicketState } from "~/generated/prisma/enums";
import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { type VisibleOptions, visibleTickets } from "../visible.server";

/** A ticket's row, held against other commands until the transaction ends. */
export type LockedTicket = {
  id: string;
  number: number;
  subject: string;
  requesterId: string;
  organizationId: string | null;
  queueId: string;
  typeId: string | null;
  assetId: string | null;
  contractId: string | null;
  state: TicketState;
  statusId: string;
  priority: Priority;
  channel: Channel;
  locale: string;
  assigneeId: string | null;
  createdAt: Date;
  activityAt: Date;
  publicAt: Date;
  lastCustomerAt: Date | null;
  lastAgentAt: Date | null;
  firstReplyAt: Date | null;
  waitingSince: Date;
  solvedAt: Date | null;
  closedAt: Date | null;
  deletedAt: Date | null;
  /** Our address that its first mail came to. */
  address: string | null;
};

const COLUMNS = Prisma.sql`t.id, t.number, t.subject, t.requester_id as "requesterId",
  t.organization_id as "organizationId", t.queue_id as "queueId", t.type_id as "typeId", t.asset_id as "assetId",
  t.contract_id as "contractId", t.state,
  t.status_id as "statusId", t.priority, t.channel, t.locale, t.assignee_id as "assigneeId",
  t.created_at as "createdAt", t.activity_at as "activityAt", t.public_at as "publicAt",
  t.last_customer_at as "lastCustomerAt", t.last_agent_at as "lastAgentAt", t.first_reply_at as "firstReplyAt",
  t.waiting_since as "waitingSince", t.solved_at as "solvedAt", t.closed_at as "closedAt", t.deleted_at as "deletedAt", t.address`;

/**
 * Locks one ticket that the actor sees, or 404. The row is as of after the lock; other tables are read afterwards.
 * Rows of drafts, reads and presence can still be written beside the lock.
 */
export async function lockVisibleTicket(ctx: Ctx, number: number, options: VisibleOptions = {}): Promise<LockedTicket> {
  const [ticket] = await lockVisibleTickets(ctx, [number], options);
  if (!ticket) throw notFound();
  return ticket;
}

/** Locks several tickets in the one order that keeps commands from deadlock, by id; answers in the order asked. */
export async function lockVisibleTickets(
  ctx: Ctx,
  numbers: number[],
  options: VisibleOptions = {},
): Promise<LockedTicket[]> {
  const rows = await ctx.db.$queryRaw<LockedTicket[]>`
    select ${COLUMNS} from ticket t
    where t.number = any(${numbers}::int[]) and ${visibleTickets(ctx.actor, options)}
    order by t.id for no key update of t`;
  return numbers.map((number) => {
    const ticket = rows.find((row) => row.number === number);
    if (!ticket) throw notFound();
    return ticket;
  });
}

/** Locks a ticket that a job or another command names; null when it is gone or, for a person, out of sight. */
export async function findLockedTicket(ctx: Ctx, id: string): Promise<LockedTicket | null> {
  const seen = ctx.actor.kind === "person" ? visibleTickets(ctx.actor, { deleted: "with" }) : Prisma.sql`true`;
  const [row] = await ctx.db.$queryRaw<LockedTicket[]>(
    prepared(Prisma.sql`select ${COLUMNS} from ticket t where t.id = ${id}::uuid and ${seen} for no key update of t`),
  );
  return row ?? null;
}

/** Whether the actor sees a ticket named by id, also one in the bin. */
export async function seesTicket(ctx: Ctx, id: string): Promise<boolean> {
  const rows = await ctx.db.$queryRaw<unknown[]>`
    select 1 from ticket t where t.id = ${id}::uuid and ${visibleTickets(ctx.actor, { deleted: "with" })}`;
  return rows.length > 0;
}

/**
 * Locks the ticket in which a conversation goes on: the end of the chain of merges. A merge that commits, or is taken
 * back, while we wait for the lock is minded too. Null when there is none.
 */
export async function lockMergeTarget(ctx: Ctx, id: string): Promise<LockedTicket | null> {
  for (;;) {
    const [row] = await ctx.db.$queryRaw<LockedTicket[]>(
      prepared(Prisma.sql`select ${COLUMNS} from ticket t where t.id = ${endOfChain(id)} for no key update of t`),
    );
    // Only a closed ticket can have been merged meanwhile, and only one that the chain led to can have left it.
    if (!row || (row.id === id && row.state !== "closed")) return row ?? null;
    const [end] = await ctx.db.$queryRaw<{ id: string | null }[]>`select ${endOfChain(id)} as id`;
    if (end?.id === row.id) return row;
  }
}

const endOfChain = (id: string): Prisma.Sql => Prisma.sql`(
  with recursive chain as (
    select ${id}::uuid as id
    union select m.into_id from merge m join chain c on m.from_id = c.id
  )
  select c.id from chain c where not exists (select 1 from merge m where m.from_id = c.id) limit 1)`;
