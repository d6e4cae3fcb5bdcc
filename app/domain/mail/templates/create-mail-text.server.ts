import { newId } from "~/lib/id";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "../events";
import { givenTexts } from "./given-texts.server";
import { assertWordsMails } from "./policy";
import type { OwnTextForm } from "./schema";

/** One more text of the company's own, for addresses and rules to answer with. */
export function createMailText(ctx: Ctx, form: Omit<OwnTextForm, "base">): Promise<{ textId: string }> {
  assertWordsMails(ctx.actor);
  const texts = givenTexts(null, form);
  return inTransaction(ctx, async (ctx) => {
    const textId = newId(ctx.now.getTime());
    const { name } = form;
    await ctx.db.mailTemplate.createMany({
      data: [{ id: textId, name, texts, updatedAt: ctx.now, byId: actorPersonId(ctx) }],
    });
    await recordEvent(ctx, "mail_text.created", {}, { ref: textId });
    return { textId };
  });
}
