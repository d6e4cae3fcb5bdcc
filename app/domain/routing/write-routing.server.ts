import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import type { RoutedTicket } from "./apply-rules";

/** Followers, required skills and the decision itself of a ticket that the running transaction has just made, in one statement. */
export async function writeRouting(ctx: Ctx, ticketId: string, routed: RoutedTicket): Promise<void> {
  const { queueId, followerIds, skills, trace } = routed;
  await ctx.db.$executeRaw(
    prepared(Prisma.sql`
    with follower as (
      insert into ticket_follower (ticket_id, person_id, at)
      select ${ticketId}::uuid, f.id, ${ctx.now} from unnest(${followerIds}::uuid[]) f (id)
      on conflict do nothing),
    skill as (
      insert into ticket_skill (ticket_id, skill_id, level)
      select ${ticketId}::uuid, s.id, s.level
      from unnest(${skills.map((s) => s.skillId)}::uuid[], ${skills.map((s) => s.level)}::int[]) s (id, level)
      on conflict do nothing)
    insert into routing_decision (id, ticket_id, kind, at, rules_version, queue_id, outcome, trace)
    values (${newId(ctx.now.getTime())}::uuid, ${ticketId}::uuid, 'rules', ${ctx.now}, ${trace.version}::int,
      ${queueId}::uuid, ${trace.applied.length ? "applied" : "no_match"}, ${JSON.stringify(trace)}::jsonb)`),
  );
}
