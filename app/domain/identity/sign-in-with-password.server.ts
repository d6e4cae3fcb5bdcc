import { invalid } from "~/lib/errors";
import type { Ctx, Role } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { verifyPassword } from "./internal/passwords.server";
import { forgiveSignInAttempt, takeSignInAttempt } from "./sign-in-limits.server";
import { startSession } from "./start-session.server";

type Input = { address: string; password: string; userAgent: string };

/**
 * Signs in by password. Unknown address, unverified address, wrong password and deactivated person get the same answer
 * after the same work. Outside a transaction, so that failures are counted whatever follows.
 */
export async function signInWithPassword(
  ctx: Ctx,
  { address, password, userAgent }: Input,
): Promise<{ setCookie: string; personId: string; role: Role }> {
  await takeSignInAttempt(ctx, address);
  const owner = await ctx.db.emailAddress.findUnique({
    where: { address },
    select: {
      verifiedAt: true,
      person: {
        select: { id: true, role: true, deactivatedAt: true, credential: { select: { passwordHash: true } } },
      },
    },
  });
  const person = owner?.verifiedAt ? owner.person : null;
  const fits = await verifyPassword(person?.credential?.passwordHash ?? null, password);
  if (!person || !fits || person.deactivatedAt) {
    const reason = fits ? "deactivated" : "password";
    await inTransaction(ctx, (ctx) =>
      recordEvent(ctx, "person.sign_in_failed", { personId: owner?.person.id }, { reason }),
    );
    throw invalid("identity:error.signIn");
  }
  await forgiveSignInAttempt(ctx, address);
  return {
    setCookie: await startSession(ctx, { personId: person.id, userAgent, way: "password" }),
    personId: person.id,
    role: person.role,
  };
}
