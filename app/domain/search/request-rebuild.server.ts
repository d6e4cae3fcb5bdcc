import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { enqueue } from "~/platform/jobs.server";
import { getSearchHealth } from "./get-search-health.server";
import { requireAdministratorActor } from "./view-policy";

/** Has the index of the configured engine built anew beside the one in use. Conflict while that goes on. */
export async function requestRebuild(ctx: Ctx): Promise<void> {
  requireAdministratorActor(ctx.actor);
  const { engine, rebuild } = await getSearchHealth(ctx);
  if (rebuild) throw conflict("search:error.rebuilding");
  await enqueue(ctx, "search.rebuild", { engine }, { key: `search.rebuild:${engine}`, keep: true, priority: 20 });
}
