import { isStaff } from "~/domain/identity/session-person";
import type { Ctx } from "~/platform/ctx.server";

/**
 * What the actor may find, as documents name it in their audience: any one principal suffices. Null is the product
 * itself, which reads all. Tickets follow `visibleTickets`, articles `visibleArticles`.
 */
export async function principalsOf(ctx: Ctx): Promise<readonly string[] | null> {
  const { actor } = ctx;
  if (actor.kind === "system" || actor.kind === "rule") return null;
  if (actor.kind === "anonymous") return ["public"];
  const { personId } = actor;
  if (isStaff(actor.role))
    return [
      "public",
      "customers",
      "staff",
      `staff:${personId}`,
      ...(actor.role === "administrator" ? ["all-tickets"] : actor.queueIds.map((queueId) => `queue:${queueId}`)),
    ];
  const contact = await ctx.db.contact.findUnique({ where: { personId }, select: { organizationId: true } });
  return [
    "public",
    "customers",
    `person:${personId}`,
    ...(contact?.organizationId ? [`org:${contact.organizationId}`] : []),
    ...(actor.sharedOrganizationId ? [`org-tickets:${actor.sharedOrganizationId}`] : []),
  ];
}
