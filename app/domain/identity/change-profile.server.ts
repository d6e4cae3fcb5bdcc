import { notFound } from "~/lib/errors";
import { assertKnownVariables } from "~/lib/known-variables";
import { SIGNATURE_VARIABLES } from "~/lib/signature-words";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { markChanged } from "~/platform/search-changes.server";
import { inTransaction } from "~/platform/transaction.server";
import { assertOwnAccount } from "./policy";
import type { ProfileForm } from "./schema";

/** Changes what is given of one's own name, language, time zone, colours, shortcuts and signature. */
export async function changeProfile(ctx: Ctx, personId: string, form: Partial<ProfileForm>): Promise<void> {
  assertOwnAccount(ctx.actor, personId);
  assertKnownVariables({ signature: form.signature }, SIGNATURE_VARIABLES);
  const wanted = { ...form, theme: form.theme === "system" ? null : form.theme };
  await inTransaction(ctx, async (ctx) => {
    const before = await ctx.db.person.findUnique({
      where: { id: personId },
      select: { name: true, locale: true, timeZone: true, theme: true, shortcuts: true, signature: true },
    });
    if (!before) throw notFound();
    const fields = (Object.keys(before) as (keyof typeof before)[]).filter(
      (field) => wanted[field] !== undefined && wanted[field] !== before[field],
    );
    if (!fields.length) return;
    await ctx.db.person.update({ where: { id: personId }, data: wanted });
    await recordEvent(ctx, "person.profile_changed", { personId }, { fields });
    if (fields.includes("name")) markChanged(ctx, "contact", personId);
  });
}
