import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { getPriorityWeights } from "./get-priority-weights.server";
import { assertAdministers } from "./policy";
import type { PriorityWeights } from "./profile-schema";
import { wakeQueues } from "./wake-queues.server";

/**
 * Sets how many places a ticket of each priority takes and counts every agent's places anew. Until it commits no ticket
 * is written, so that the trigger that keeps the load works before it by the old weights and after it by the new ones.
 */
export async function changePriorityWeights(ctx: Ctx, weights: PriorityWeights): Promise<void> {
  assertAdministers(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.$executeRaw`lock table ticket in share row exclusive mode`;
    const before = await getPriorityWeights(ctx);
    if (JSON.stringify(before) === JSON.stringify(weights)) return;
    const { urgent, high, normal, low } = weights;
    await ctx.db.$executeRaw`
      insert into priority_weight (priority, weight)
      values ('urgent', ${urgent}), ('high', ${high}), ('normal', ${normal}), ('low', ${low})
      on conflict (priority) do update set weight = excluded.weight`;
    await ctx.db.$executeRaw`
      with held as (select person_id from agent_profile order by person_id for update),
      counted as (
        select t.assignee_id, sum(w.weight)::int as places from ticket t join priority_weight w on w.priority = t.priority
        where t.assignee_id is not null and t.deleted_at is null and t.state in ('new', 'open') group by t.assignee_id)
      update agent_profile a set load = coalesce(c.places, 0)
      from held left join counted c on c.assignee_id = held.person_id
      where a.person_id = held.person_id and a.load <> coalesce(c.places, 0)`;
    await recordEvent(ctx, "priority_weights.changed", {}, { urgent, high, normal, low });
    await wakeQueues(ctx, "all");
  });
}
