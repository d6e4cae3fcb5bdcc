import { forbidden } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { AGENT_KINDS, CUSTOMER_KINDS, type Switches } from "./schema";

/** The actor's own switches, every kind of its role; all of them stand on until moved. */
export async function getPreferences(ctx: Ctx): Promise<Switches[]> {
  const { actor } = ctx;
  if (actor.kind !== "person") throw forbidden();
  const kinds = actor.role === "customer" ? CUSTOMER_KINDS : AGENT_KINDS;
  const rows = await ctx.db.notificationPreference.findMany({ where: { personId: actor.personId } });
  return kinds.map((kind) => {
    const row = rows.find((r) => r.kind === kind);
    return { kind, screen: row?.screen ?? true, mail: row?.mail ?? true };
  });
}
