import { invalid, tooMany } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { findRateLimitEnd, giveBackRateLimit, takeRateLimit } from "~/platform/rate-limit.server";
import { verifyPassword } from "./internal/passwords.server";

const LIMIT = 8;
const WINDOW_SECONDS = 15 * 60;

/** Refuses unless `current` is the person's password or there is none to ask for. Guesses are limited. */
export async function confirmPassword(ctx: Ctx, personId: string, current: string): Promise<void> {
  const credential = await ctx.db.credential.findUnique({ where: { personId }, select: { passwordHash: true } });
  if (!credential) return;
  const key = `confirm-password ${personId}`;
  if (!(await takeRateLimit(ctx, key, LIMIT, WINDOW_SECONDS))) {
    const end = await findRateLimitEnd(ctx, key, LIMIT, WINDOW_SECONDS);
    const count = Math.max(1, Math.ceil((end.getTime() - ctx.now.getTime()) / 60_000));
    throw tooMany("identity:error.tooManyAttempts", { count });
  }
  if (!(await verifyPassword(credential.passwordHash, current)))
    throw invalid("identity:error.currentPassword", { current: "identity:error.currentPassword" });
  await giveBackRateLimit(ctx, key, WINDOW_SECONDS);
}
