import type { Ctx } from "~/platform/ctx.server";
import { type EventData, recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { type HashedPassword, hashNewPassword } from "./hash-new-password.server";

type Way = EventData["person.password_set"]["way"];

/**
 * Gives a person a password, whatever was before; the caller has proven who asks. Hashing takes tens of milliseconds,
 * so hash first (`hashNewPassword`) when a transaction with locks is open.
 */
export async function setPassword(
  ctx: Ctx,
  personId: string,
  password: string | HashedPassword,
  way: Way,
): Promise<void> {
  const { passwordHash } = typeof password === "string" ? await hashNewPassword(password) : password;
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.credential.upsert({
      where: { personId },
      create: { personId, passwordHash, changedAt: ctx.now },
      update: { passwordHash, changedAt: ctx.now },
    });
    await recordEvent(ctx, "person.password_set", { personId }, { way });
  });
}
