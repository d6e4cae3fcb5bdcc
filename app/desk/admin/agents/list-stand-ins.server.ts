import { listAgents } from "~/domain/identity/list-agents.server";
import type { Ctx } from "~/http/ctx.server";

/** Who may stand in for a colleague, by name. */
export async function listStandIns(ctx: Ctx, personId: string): Promise<{ id: string; name: string }[]> {
  return (await listAgents(ctx)).filter(({ id }) => id !== personId).map(({ id, name }) => ({ id, name }));
}
