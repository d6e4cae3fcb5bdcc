import { Prisma } from "~/platform/db.server";

// Spelt as in the partial indexes of the migrations: PostgreSQL takes such an index only when it sees the condition.

/** Tickets that are still somebody's work. */
export const OPEN = Prisma.sql`t.deleted_at is null and t.state not in ('solved', 'closed')`;
export const DONE = Prisma.sql`t.deleted_at is null and t.state in ('solved', 'closed')`;
export const UNASSIGNED = Prisma.sql`${OPEN} and t.assignee_id is null`;
export const WAITING_FOR_CUSTOMER = Prisma.sql`t.deleted_at is null and t.state = 'waiting_customer'`;
/** Open tickets with a target whose warning fired or that is overdue. */
export const DUE_SOON = Prisma.sql`t.due_soon and ${OPEN}`;
