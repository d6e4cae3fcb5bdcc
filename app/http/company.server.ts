import { getSettings } from "~/platform/settings.server";
import type { Ctx } from "./ctx.server";

/** What pages say of the company itself: its name, and the zone that help pages tell times in. */
export async function getCompany(ctx: Ctx): Promise<{ name: string; timeZone: string }> {
  const { name, timeZone } = await getSettings(ctx, "company");
  return { name, timeZone };
}
