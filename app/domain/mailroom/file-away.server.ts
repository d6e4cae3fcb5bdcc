import type { InboundWork } from "~/domain/mail/take-inbound-mail.server";
import type { Ctx } from "~/platform/ctx.server";
import { writeFiled } from "./write-filed.server";

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
