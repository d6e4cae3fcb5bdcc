import type { InboundWork } from "~/domain/mail/take-inbound-mail.server";
import type { Ctx } from "~/platform/ctx.server";
import { actorPersonId } from "~/platform/ctx.server";

/**
 * Puts a mail into the file of its sender: of the contact, or of the organization alone when the contact has one. Beside
 * the tickets there, it answers nobody.
 */
export async function fileAway(
  ctx: Ctx,
  inbound: InboundWork,
  { personId }: { personId: string },
  file: "contact" | "organization",
): Promise<void> {
  const contact = await ctx.db.contact.findUnique({ where: { personId }, select: { organizationId: true } });
  const organizationId = contact?.organizationId ?? null;
  const person = file === "organization" && organizationId ? null : personId;
  await writeFiled(ctx, inbound, { personId: person, organizationId });
}

/** Puts a mail into the file of whoever is named; a later choice replaces an earlier one. */
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
