import { NEVER } from "~/lib/never";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { builtInStatusId, type Channel, type Priority, type TicketState } from "../states";

export type NewTicket = {
  id: string;
  subject: string;
  requesterId: string;
  queueId: string;
  assigneeId: string | null;
  locale: string;
  organizationId: string | null;
  typeId: string | null;
  assetId: string | null;
  contractId: string | null;
  state: TicketState;
  priority: Priority;
  channel: Channel;
  address: string | null;
  /** When its first message was a customer's. */
  customerAt: Date | null;
  /** When its first message was an agent's answer. */
  agentAt: Date | null;
  waitingSince: Date;
  snippet: string;
};

/** Writes the row of a ticket that begins now with one message, and gives its number. */
export async function insertTicket(ctx: Ctx, ticket: NewTicket): Promise<number> {
  const [row] = await ctx.db.$queryRaw<[{ number: number }]>(
    prepared(Prisma.sql`
    insert into ticket (id, subject, requester_id, organization_id, queue_id, type_id, asset_id, contract_id, state,
      status_id, priority, channel, locale, assignee_id, address, created_at, activity_at, public_at, last_customer_at,
      last_agent_at, first_reply_at, waiting_since, next_due_at, solved_at, message_count, snippet)
    values (${ticket.id}::uuid, ${ticket.subject}, ${ticket.requesterId}::uuid, ${ticket.organizationId}::uuid,
      ${ticket.queueId}::uuid, ${ticket.typeId}::uuid, ${ticket.assetId}::uuid, ${ticket.contractId}::uuid,
      ${ticket.state}::ticket_state, ${builtInStatusId(ticket.state)}::uuid, ${ticket.priority}::priority,
      ${ticket.channel}::channel, ${ticket.locale}, ${ticket.assigneeId}::uuid, ${ticket.address}, ${ctx.now},
      ${ctx.now}, ${ctx.now}, ${ticket.customerAt}, ${ticket.agentAt}, ${ticket.agentAt}, ${ticket.waitingSince},
      ${NEVER}, ${ticket.state === "solved" ? ctx.now : null}, 1, ${ticket.snippet})
    returning number`),
  );
  return row.number;
}
