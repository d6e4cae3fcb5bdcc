import { conflict, invalid } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { type AgentDetails, getAgent } from "./get-agent.server";
import { lockProfile } from "./internal/lock-profile.server";
import { assertAdministers } from "./policy";
import type { ProfileForm } from "./profile-schema";
import { wakeQueues } from "./wake-queues.server";

/**
 * What automatic assignment knows of a member of staff, all of it; skills that the form does not name stay. A form made
 * from an older state (`mark`) is a conflict.
 */
export async function changeAgent(ctx: Ctx, personId: string, form: ProfileForm): Promise<void> {
  assertAdministers(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    await lockProfile(ctx, personId);
    const before = await getAgent(ctx, personId);
    if (form.mark !== undefined && form.mark !== before.mark) throw conflict("agents:error.changedMeanwhile");
    await checkChoices(ctx, form, before);
    const fields = changedFields(form, before);
    if (!fields.length) return;
    const { capacity, languages, regions, calendarId, hourlyRate } = form;
    await ctx.db.agentProfile.updateMany({
      where: { personId },
      data: { capacity, languages, regions, calendarId, hourlyRate },
    });
    await writeSkills(ctx, personId, form.skills);
    await recordEvent(ctx, "agent.profile_changed", { personId }, { fields });
    await wakeQueues(ctx, { personId });
  });
}

/** The calendar is held, so that nobody archives it meanwhile. */
async function checkChoices(ctx: Ctx, { calendarId, skills }: ProfileForm, before: AgentDetails): Promise<void> {
  if (calendarId && calendarId !== before.calendarId) {
    const offered = await ctx.db.$queryRaw<unknown[]>`
      select 1 from calendar where id = ${calendarId}::uuid and archived_at is null for share`;
    if (!offered.length) throw invalid("common:error.checkFields", { calendarId: "agents:error.noCalendar" });
  }
  const named = Object.keys(skills);
  const known = await ctx.db.skill.findMany({ where: { id: { in: named }, archivedAt: null }, select: { id: true } });
  const gone = named.find((id) => !known.some((skill) => skill.id === id));
  if (gone) throw invalid("common:error.checkFields", { [`skills.${gone}`]: "agents:error.noSkill" });
}

const SIMPLE = ["capacity", "languages", "regions", "calendarId", "hourlyRate"] as const;

function changedFields(form: ProfileForm, before: AgentDetails): string[] {
  const level = (id: string) => before.skills.find((skill) => skill.id === id)?.level ?? 0;
  const skills = Object.entries(form.skills).some(([id, wanted]) => level(id) !== wanted);
  const simple = SIMPLE.filter((field) => JSON.stringify(form[field]) !== JSON.stringify(before[field]));
  return [...simple.map((field) => field.replace(/Id$/, "")), ...(skills ? ["skills"] : [])];
}

async function writeSkills(ctx: Ctx, personId: string, skills: Record<string, number>): Promise<void> {
  const kept = Object.entries(skills).filter(([, level]) => level > 0);
  const dropped = Object.keys(skills).filter((id) => !skills[id]);
  await ctx.db.agentSkill.deleteMany({ where: { personId, skillId: { in: dropped } } });
  await ctx.db.$executeRaw`
    insert into agent_skill (person_id, skill_id, level)
    select ${personId}::uuid, k.id, k.level
    from unnest(${kept.map(([id]) => id)}::uuid[], ${kept.map(([, level]) => level)}::int[]) k (id, level)
    on conflict (person_id, skill_id) do update set level = excluded.level`;
}
