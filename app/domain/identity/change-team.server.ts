import { conflict, invalid, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { followTeam } from "./follow-team.server";
import { readTeam, teamMark } from "./internal/read-team.server";
import { checkTeamForm, writeTeamMembers } from "./internal/team-people.server";
import { assertManagesPeople } from "./policy";
import type { TeamForm } from "./team-schema";

/**
 * Name, lead, manager, hours and members of a team, all of them; its queues follow in the same transaction. A form that
 * was made from an older state (`mark`) is a conflict.
 */
export async function changeTeam(ctx: Ctx, teamId: string, form: TeamForm): Promise<void> {
  assertManagesPeople(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    // Changes of teams follow one another, so that two cannot take the same name; queues come before teams.
    await ctx.db.$executeRaw`lock table team in share row exclusive mode`;
    await ctx.db.$queryRaw`select id from queue where team_id = ${teamId}::uuid order by id for no key update`;
    await ctx.db.$queryRaw`select id from team where id = ${teamId}::uuid for update`;
    const before = await readTeam(ctx, teamId);
    if (!before) throw notFound();
    if (form.mark !== undefined && form.mark !== teamMark(before)) throw conflict("agents:error.changedMeanwhile");
    const { name, leadId, managerId, calendarId } = form;
    if (await ctx.db.team.count({ where: { name, id: { not: teamId } } }))
      throw invalid("common:error.checkFields", { name: "agents:error.teamName" });
    await checkTeamForm(ctx, form, before);

    const members = [...new Set(form.members)].toSorted();
    const fields = Object.entries({ name, leadId, managerId, calendarId })
      .filter(([key, value]) => before[key as "name"] !== value)
      .map(([key]) => key.replace(/Id$/, ""));
    const added = members.filter((id) => !before.members.includes(id));
    const removed = before.members.filter((id) => !members.includes(id));
    if (!fields.length && !added.length && !removed.length) return;
    await ctx.db.team.updateMany({ where: { id: teamId }, data: { name, leadId, managerId, calendarId } });
    await writeTeamMembers(ctx, teamId, members);
    await followTeam(ctx, teamId);
    await recordEvent(ctx, "team.changed", {}, { teamId, fields, added, removed });
  });
}
