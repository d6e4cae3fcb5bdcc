import { conflict, notFound } from "~/lib/errors";
import { newId } from "~/lib/id";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "../events";
import { givenTexts } from "./given-texts.server";
import { lockMailText } from "./lock-mail-text.server";
import { assertWordsMails } from "./policy";
import type { MailTextForm, OwnTextForm } from "./schema";
import { isTextKey } from "./text-keys";

/**
 * Rewords a text: a built-in one by its key, an own one by its id. A language without words, or with the product's own,
 * follows them again. 409 when somebody else changed it since `base` was read.
 */
export function changeMailText(ctx: Ctx, ref: string, form: MailTextForm | OwnTextForm): Promise<void> {
  assertWordsMails(ctx.actor);
  const key = isTextKey(ref) ? ref : null;
  const texts = givenTexts(key, form);
  return inTransaction(ctx, async (ctx) => {
    const before = await lockMailText(ctx, ref);
    if (!before && !key) throw notFound();
    if ((before?.updatedAt.toISOString() ?? "") !== form.base) throw conflict("templates:error.changedMeanwhile");
    const data = { texts, byId: actorPersonId(ctx), ...("name" in form ? { name: form.name } : {}) };
    if (before) {
      // Later than the version that was on screen, also within its millisecond.
      const updatedAt = new Date(Math.max(ctx.now.getTime(), before.updatedAt.getTime() + 1));
      await ctx.db.mailTemplate.update({
        where: { id: before.id },
        data: { ...data, updatedAt },
        select: { id: true },
      });
    } else {
      const id = newId(ctx.now.getTime());
      await ctx.db.mailTemplate.createMany({ data: [{ id, key, ...data, updatedAt: ctx.now }] });
    }
    await recordEvent(ctx, "mail_text.changed", {}, { ref });
  });
}
