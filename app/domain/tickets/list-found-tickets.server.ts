import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import type { PortalState, Priority, TicketState } from "./states";
import { portalState } from "./states";
import { visibleMessages, visibleTickets } from "./visible.server";

/** A ticket that a search found, as it is now. */
export type FoundTicket = {
  id: string;
  number: number;
  subject: string;
  locale: string;
  state: TicketState;
  portalState: PortalState;
  statusName: string | null;
  priority: Priority;
  queueName: string;
  requester: string;
  organization: string | null;
  assignee: string | null;
  activityAt: Date;
};

/** What of a hit says which ticket it speaks of, and which message. */
type Hit = { kind: string; group: string; data: { messageId?: unknown } };

/**
 * Reads the tickets of hits of a search index again: only those that the actor may see now, by id, and which of the
 * messages found the actor may read now. Hits of other kinds are passed over. One statement.
 */
export async function listFoundTickets(
  ctx: Ctx,
  hits: readonly Hit[],
): Promise<{ tickets: Map<string, FoundTicket>; messageIds: Set<string> }> {
  const found = hits.filter(({ kind }) => kind === "ticket" || kind === "message");
  const ticketIds = [...new Set(found.map(({ group }) => group))];
  const messageIds = found.flatMap(({ data }) => (typeof data.messageId === "string" ? [data.messageId] : []));
  if (!ticketIds.length) return { tickets: new Map(), messageIds: new Set() };
  const rows = await ctx.db.$queryRaw<(Omit<FoundTicket, "portalState"> & { readable: string[] })[]>(
    prepared(Prisma.sql`
      select t.id::text, t.number, t.subject, t.locale, t.state::text as state, t.priority::text as priority,
        coalesce(s.name ->> ${ctx.locale}, s.name ->> 'en') as "statusName", q.name as "queueName", r.name as requester,
        o.name as organization, a.name as assignee,
        ${atDesk(ctx) ? Prisma.sql`t.activity_at` : Prisma.sql`t.public_at`} as "activityAt",
        array(select m.id::text from message m where m.ticket_id = t.id and m.id = any(${messageIds}::uuid[])
          and ${visibleMessages(ctx.actor)}) as readable
      from ticket t
      join ticket_status s on s.id = t.status_id
      join queue q on q.id = t.queue_id
      join person r on r.id = t.requester_id
      left join organization o on o.id = t.organization_id
      left join person a on a.id = t.assignee_id
      where t.id = any(${ticketIds}::uuid[]) and ${visibleTickets(ctx.actor)}`),
  );
  return {
    tickets: new Map(
      rows.map((row) => {
        const { readable: _, ...ticket } = row;
        return [ticket.id, { ...ticket, portalState: portalState(ticket.state) }];
      }),
    ),
    messageIds: new Set(rows.flatMap(({ readable }) => readable)),
  };
}

const atDesk = ({ actor }: Ctx): boolean => actor.kind === "person" && actor.role !== "customer";
