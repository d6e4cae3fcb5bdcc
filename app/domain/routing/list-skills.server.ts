import type { Ctx } from "~/platform/ctx.server";
import { assertAdministers } from "./policy";

export type SkillRow = { id: string; name: string; agents: number; archivedAt: Date | null };

/** Every skill and how many active members of staff have it, archived ones last. */
export async function listSkills(ctx: Ctx): Promise<SkillRow[]> {
  assertAdministers(ctx.actor);
  return ctx.db.$queryRaw<SkillRow[]>`
    select s.id, s.name, s.archived_at as "archivedAt", (
      select count(*)::int from agent_skill k join person p on p.id = k.person_id and p.deactivated_at is null
      where k.skill_id = s.id) as agents
    from skill s order by s.archived_at is not null, s.name, s.id`;
}
