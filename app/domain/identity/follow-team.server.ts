import type { Ctx } from "~/platform/ctx.server";
import { touch } from "~/platform/live.server";

/**
 * Makes the members of a team those of its queues: who joined works there, who left goes, unless somebody had put them
 * there by hand. The caller holds the team's row.
 */
export async function followTeam(ctx: Ctx, teamId: string): Promise<void> {
  const left = await ctx.db.$queryRaw<{ queueId: string; personId: string }[]>`
    delete from queue_member m using queue q
    where q.id = m.queue_id and q.team_id = ${teamId}::uuid and m.via_team
      and not exists (select 1 from team_member t where t.team_id = q.team_id and t.person_id = m.person_id)
    returning m.queue_id as "queueId", m.person_id as "personId"`;
  const joined = await ctx.db.$queryRaw<{ queueId: string; personId: string }[]>`
    insert into queue_member (queue_id, person_id, via_team)
    select q.id, m.person_id, true from queue q join team_member m on m.team_id = q.team_id
    where q.team_id = ${teamId}::uuid order by 1, 2
    on conflict (queue_id, person_id) do nothing returning queue_id as "queueId", person_id as "personId"`;
  for (const { queueId, personId } of [...left, ...joined]) touch(ctx, `queue:${queueId}`, `person:${personId}`);
}
