import type { Ctx } from "~/platform/ctx.server";
import { hashSecret } from "./internal/secrets.server";
import type { OneTimeToken } from "./one-time-token";

/** What a link would do, without using it up: mail scanners open links. Null when unknown, used or too old. */
export async function findOneTimeToken(ctx: Ctx, token: string): Promise<OneTimeToken | null> {
  const row = await ctx.db.oneTimeToken.findFirst({
    where: { hash: hashSecret(token), usedAt: null, expiresAt: { gt: ctx.now } },
    select: { id: true, purpose: true, address: true, personId: true, payload: true, expiresAt: true },
  });
  return row && { ...row, payload: row.payload as Record<string, unknown> };
}
