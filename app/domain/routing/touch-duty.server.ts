import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockProfile } from "./internal/lock-profile.server";
import { notePresence } from "./internal/note-presence.server";
import { type AgentPresence, SEEN_EVERY_MS } from "./presence";
import { wakeQueues } from "./wake-queues.server";

export type Duty = { presence: AgentPresence };

type Seen = { presence: AgentPresence | null; back: boolean };

/**
 * A sign of an open tab of the acting agent, written down at most once a minute. Who was away only because the last tab
 * had closed is available again. Null for everybody who is no active member of staff.
 */
export async function touchDuty(ctx: Ctx): Promise<Duty | null> {
  if (ctx.actor.kind !== "person" || ctx.actor.role === "customer") return null;
  const { personId } = ctx.actor;
  // Rows that an assignment holds are left alone: the next sign comes within the minute.
  const [seen] = await ctx.db.$queryRaw<Seen[]>`
    with fresh as (
      update agent_profile set seen_at = ${ctx.now} where person_id = (
        select person_id from agent_profile where person_id = ${personId}::uuid and not (auto_away and presence = 'away')
          and (seen_at is null or seen_at <= ${new Date(ctx.now.getTime() - SEEN_EVERY_MS)}) for no key update skip locked))
    select a.presence::text as presence, coalesce(a.auto_away and a.presence = 'away', true) as back
    from person p left join agent_profile a on a.person_id = p.id
    where p.id = ${personId}::uuid and p.role <> 'customer' and p.deactivated_at is null`;
  if (!seen) return null;
  return { presence: seen.back || !seen.presence ? await comeBack(ctx, personId) : seen.presence };
}

function comeBack(ctx: Ctx, personId: string): Promise<AgentPresence> {
  return inTransaction(ctx, async (ctx) => {
    const { presence, autoAway } = await lockProfile(ctx, personId);
    if (presence !== "away" || !autoAway) return presence;
    await ctx.db.$executeRaw`
      update agent_profile set presence = 'available', auto_away = false, presence_at = ${ctx.now}, seen_at = ${ctx.now}
      where person_id = ${personId}::uuid`;
    await notePresence(ctx, personId, { from: presence, to: "available", auto: true });
    await wakeQueues(ctx, { personId });
    return "available";
  });
}
