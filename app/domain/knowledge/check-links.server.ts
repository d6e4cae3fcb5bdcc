import type { Ctx } from "~/platform/ctx.server";
import { checkOwnLinks } from "./internal/check-own-links.server";
import { checkSites } from "./internal/check-sites.server";

const PAGES_A_DAY = 1_000;
const DAY = 86_400_000;

/** Looks at every link of published texts: to this site at once, to other sites as many as fit, the rest tomorrow. */
export async function checkLinks(ctx: Ctx): Promise<void> {
  await checkOwnLinks(ctx, null);
  await checkSites(ctx, { most: PAGES_A_DAY, before: new Date(ctx.now.getTime() - DAY / 2) });
}
