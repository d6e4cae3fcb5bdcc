import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { getSettings } from "~/platform/settings.server";

/** The zone on whose clocks a member of staff plans: the own one, else the company's. */
export async function zoneOf(ctx: Ctx, personId: string): Promise<string> {
  const person = await ctx.db.person.findFirst({
    where: { id: personId, role: { not: "customer" } },
    select: { timeZone: true },
  });
  if (!person) throw notFound();
  return person.timeZone ?? (await getSettings(ctx, "company")).timeZone;
}
