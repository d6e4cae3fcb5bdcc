import { actorPersonId, type Ctx } from "~/platform/ctx.server";

/** Puts a mail into the file of whoever is named, a customer or an organization; a later choice replaces an earlier one. */
export async function writeFiled(
  ctx: Ctx,
  inbound: { id: string; receivedAt: Date },
  whose: { personId: string | null; organizationId: string | null },
): Promise<void> {
  const row = { ...whose, byId: actorPersonId(ctx), at: inbound.receivedAt };
  await ctx.db.filedMail.upsert({
    where: { inboundId: inbound.id },
    create: { inboundId: inbound.id, ...row },
    update: row,
  });
}
