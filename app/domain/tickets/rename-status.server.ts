import { assertAdministers } from "~/domain/routing/policy";
import { translatedName } from "~/domain/routing/schema";
import { invalid, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";

/** Other words for a status. A built-in one takes the product's own words again with `null`. */
export function renameStatus(ctx: Ctx, statusId: string, name: Record<string, string> | null): Promise<void> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const status = await ctx.db.ticketStatus.findUnique({ where: { id: statusId }, select: { builtIn: true } });
    if (!status) throw notFound();
    const parsed = name && translatedName.safeParse(name);
    if (parsed ? !parsed.success : !status.builtIn)
      throw invalid("common:error.checkFields", { name: "common:error.required" });
    await ctx.db.ticketStatus.updateMany({
      where: { id: statusId },
      data: { name: parsed?.success ? parsed.data : Prisma.DbNull },
    });
    await recordEvent(ctx, "status.renamed", {}, { statusId });
  });
}
