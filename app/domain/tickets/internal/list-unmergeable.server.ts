import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { mayTicket, type PolicyTicket } from "../policy";
import { visibleTickets } from "../visible.server";

type Row = { fromId: string; intoId: string; source: Facts; target: Facts };
type Facts = Omit<PolicyTicket, "deletedAt"> & { deleted: boolean };

const facts = Prisma.sql`json_build_object('queueId', t.queue_id, 'requesterId', t.requester_id,
  'assigneeId', t.assignee_id, 'state', t.state, 'deleted', t.deleted_at is not null) as facts`;

/** Of these merged tickets those whose merge the actor may take back now, each with its target's id. */
export async function listUnmergeable(ctx: Ctx, fromIds: readonly string[]): Promise<Map<string, string>> {
  if (!fromIds.length) return new Map();
  const seen = visibleTickets(ctx.actor);
  const rows = await ctx.db.$queryRaw<Row[]>`
    select m.from_id as "fromId", m.into_id as "intoId", s.facts as source, i.facts as target
    from merge m
    join lateral (select ${facts} from ticket t where t.id = m.from_id and ${seen}) s on true
    join lateral (select ${facts} from ticket t where t.id = m.into_id and ${seen}) i on true
    where m.from_id = any(${[...fromIds]}::uuid[])`;
  const may = ({ deleted, ...ticket }: Facts) =>
    !deleted && mayTicket(ctx.actor, "ticket.unmerge", { ...ticket, deletedAt: null });
  return new Map(
    rows.filter(({ source, target }) => may(source) && may(target)).map(({ fromId, intoId }) => [fromId, intoId]),
  );
}
