import type { Ctx } from "~/platform/ctx.server";
import { standInOrNot } from "./internal/stand-in.server";
import { requireAdministratorActor } from "./view-policy";

/** How many documents are in the index that answers just now. */
export async function countDocuments(ctx: Ctx): Promise<number> {
  requireAdministratorActor(ctx.actor);
  return (await standInOrNot(ctx, async (engine) => ({ count: await engine.count() }))).count;
}
