import { conflict, forbidden } from "~/lib/errors";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { config } from "~/platform/config.server";
import { inTransaction } from "~/platform/transaction.server";
import { limitTrials } from "./limit-trials.server";
import { queueMail } from "./queue-mail.server";

/**
 * Sends a mail about nothing to the administrator's own primary address, by the way that every mail takes. Gives the
 * address; 409 when the address gets no mail for now.
 */
export async function sendTestMail(ctx: Ctx): Promise<{ address: string }> {
  const personId = actorPersonId(ctx);
  if (ctx.actor.kind !== "person" || ctx.actor.role !== "administrator" || !personId) throw forbidden();
  await limitTrials(ctx, "mail");
  return inTransaction(ctx, async (ctx) => {
    const own = await ctx.db.emailAddress.findFirst({
      where: { personId, verifiedAt: { not: null } },
      orderBy: [{ primary: "desc" }, { id: "asc" }],
      select: { address: true, person: { select: { name: true } } },
    });
    if (!own) throw conflict("mailadmin:health.error.noAddress");
    const { suppressed } = await queueMail(ctx, {
      template: "mail-test",
      props: { url: `${config().baseUrl}/desk/admin/mail` },
      locale: ctx.locale,
      to: { address: own.address, name: own.person?.name ?? "", personId },
      autoSubmitted: "auto-generated",
    });
    if (suppressed) throw conflict("mailadmin:health.error.suppressed", { address: own.address });
    return { address: own.address };
  });
}
