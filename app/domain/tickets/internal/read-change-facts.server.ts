import type { Assignment } from "~/generated/prisma/enums";
import type { Ctx } from "~/platform/ctx.server";
import type { TicketState } from "../states";
import type { LockedTicket } from "./locked-ticket.server";
import type { Changes } from "./ticket-changes";

export type ChangeFacts = {
  /** The status asked for. */
  status: { id: string; state: TicketState } | null;
  /** The table of moves has the way to the state asked for. */
  moveAllowed: boolean;
  /** The queue moved to. */
  queue: { assignment: Assignment } | null;
  typeExists: boolean;
  /** The new assignee is active staff of the queue in which the ticket will be. */
  assigneeWorksThere: boolean;
  /** The present assignee may keep the ticket. */
  keepsAssignee: boolean;
  tagIds: string[];
  tagNames: string[];
};

/** What the checks of a change need, in one statement after the lock. */
export async function readChangeFacts(ctx: Ctx, ticket: LockedTicket, changes: Changes): Promise<ChangeFacts> {
  const queueId = changes.queueId ?? ticket.queueId;
  const [row] = await ctx.db.$queryRaw<ChangeFacts[]>`
    with status as (
      select id, state from ticket_status where id = ${changes.statusId ?? null}::uuid and archived_at is null
    ), worker as (
      select p.id from person p where p.deactivated_at is null and p.role <> 'customer'
        and p.id in (${changes.assigneeId ?? null}::uuid, ${ticket.assigneeId}::uuid)
        and (p.role = 'administrator' or exists (
          select 1 from queue_member m where m.queue_id = ${queueId}::uuid and m.person_id = p.id))
    )
    select
      (select json_build_object('id', id, 'state', state) from status) as status,
      exists (select 1 from state_move where "from" = ${ticket.state}::ticket_state
        and "to" = coalesce((select state from status), ${changes.state ?? null}::ticket_state)) as "moveAllowed",
      (select json_build_object('assignment', assignment) from queue
        where id = ${queueId}::uuid and archived_at is null) as queue,
      exists (select 1 from request_type where id = ${changes.typeId ?? null}::uuid and archived_at is null) as "typeExists",
      exists (select 1 from worker where id = ${changes.assigneeId ?? null}::uuid) as "assigneeWorksThere",
      (${queueId}::uuid = ${ticket.queueId}::uuid
        or exists (select 1 from worker where id = ${ticket.assigneeId}::uuid)) as "keepsAssignee",
      coalesce((select array_agg(g.id order by g.name) from ticket_tag tt join tag g on g.id = tt.tag_id
        where tt.ticket_id = ${ticket.id}::uuid), '{}') as "tagIds",
      coalesce((select array_agg(g.name order by g.name) from ticket_tag tt join tag g on g.id = tt.tag_id
        where tt.ticket_id = ${ticket.id}::uuid), '{}') as "tagNames"`;
  if (!row) throw new Error("change facts are always one row");
  return row;
}
