import { forbidden } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import type { AgentState } from "./agent-views";
import { readAgents } from "./internal/agent-rows.server";

/** The members of the teams that the actor leads, by name; nobody for who leads none. */
export async function listLedAgents(ctx: Ctx): Promise<AgentState[]> {
  if (ctx.actor.kind !== "person" || ctx.actor.role === "customer") throw forbidden();
  const { personId } = ctx.actor;
  return readAgents(
    ctx,
    Prisma.sql`select m.person_id from team_member m join team t on t.id = m.team_id
      where t.lead_id = ${personId}::uuid and t.archived_at is null and m.person_id <> ${personId}::uuid`,
  );
}
