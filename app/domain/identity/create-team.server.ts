import { invalid } from "~/lib/errors";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { checkTeamForm, writeTeamMembers } from "./internal/team-people.server";
import { assertManagesPeople } from "./policy";
import type { TeamForm } from "./team-schema";

/** A new team. Names are unique, also among archived ones. */
export async function createTeam(ctx: Ctx, form: TeamForm): Promise<{ teamId: string }> {
  assertManagesPeople(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const { name, leadId, managerId, calendarId, members } = form;
    await checkTeamForm(ctx, form, { calendarId: null, members: [] });
    const teamId = newId(ctx.now.getTime());
    const { count } = await ctx.db.team.createMany({
      data: [{ id: teamId, name, leadId, managerId, calendarId }],
      skipDuplicates: true,
    });
    if (!count) throw invalid("common:error.checkFields", { name: "agents:error.teamName" });
    await writeTeamMembers(ctx, teamId, members);
    await recordEvent(ctx, "team.created", {}, { teamId, added: members });
    return { teamId };
  });
}
