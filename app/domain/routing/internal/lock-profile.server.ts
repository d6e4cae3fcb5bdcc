import type { AgentPresence } from "../presence";
import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";

export type LockedProfile = { presence: AgentPresence; autoAway: boolean; seenAt: Date | null };

/** Locks the profile of an active member of staff until the transaction ends; who never had one gets it. */
export async function lockProfile(ctx: Ctx, personId: string): Promise<LockedProfile> {
  await ctx.db.$executeRaw`
    insert into agent_profile (person_id, presence_at)
    select id, ${ctx.now} from person where id = ${personId}::uuid and role <> 'customer' and deactivated_at is null
    on conflict (person_id) do nothing`;
  const [profile] = await ctx.db.$queryRaw<LockedProfile[]>`
    select a.presence::text as presence, a.auto_away as "autoAway", a.seen_at as "seenAt"
    from agent_profile a join person p on p.id = a.person_id and p.role <> 'customer' and p.deactivated_at is null
    where a.person_id = ${personId}::uuid for no key update of a`;
  if (!profile) throw notFound();
  return profile;
}
