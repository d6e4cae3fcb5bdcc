import { limitTrials } from "~/domain/mail/limit-trials.server";
import { queueMail } from "~/domain/mail/queue-mail.server";
import { conflict, invalid } from "~/lib/errors";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { type DraftMail, makeDraftMail } from "./internal/draft-mail.server";

/**
 * Sends the words on screen, filled with a real ticket, to one of the actor's own proven addresses. Saves nothing, and
 * belongs to no ticket: an answer to it joins none. 409 when the address gets no mail for now.
 */
export async function sendTestMail(ctx: Ctx, draft: DraftMail, to: string): Promise<void> {
  const { from: facts, locale, ...mail } = await makeDraftMail(ctx, draft);
  const personId = actorPersonId(ctx) ?? undefined;
  await limitTrials(ctx, "mail");
  await inTransaction(ctx, async (ctx) => {
    const own = await ctx.db.emailAddress.findFirst({
      where: { personId, address: to, verifiedAt: { not: null } },
      select: { address: true, person: { select: { name: true } } },
    });
    if (!own || !personId) throw invalid("common:error.checkFields", { to: "templates:error.notOwn" });
    const common = {
      locale,
      to: { address: own.address, name: own.person?.name ?? "", personId },
      from: facts.fromAddress ? { address: facts.fromAddress, name: facts.fromName } : null,
      autoSubmitted: "auto-generated" as const,
    };
    const { suppressed } =
      mail.template === "solved"
        ? await queueMail(ctx, { ...common, template: "solved", props: mail.props })
        : await queueMail(ctx, { ...common, template: "receipt", props: mail.props });
    if (suppressed) throw conflict("templates:error.suppressed", { address: own.address });
  });
}
