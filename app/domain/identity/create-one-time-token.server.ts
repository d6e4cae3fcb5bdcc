import type { Prisma } from "~/platform/db.server";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { hashSecret, newSecret } from "./internal/secrets.server";
import type { TokenPurpose } from "./one-time-token";

type NewToken = {
  purpose: TokenPurpose;
  /** In normal form: the mailbox whose owner alone sees the link. */
  address: string;
  personId?: string | null;
  payload?: Prisma.InputJsonObject;
  minutes: number;
};

/** A secret that works once, until `minutes` have passed. Only its hash is stored; the caller mails it to `address`. */
export async function createOneTimeToken(ctx: Ctx, input: NewToken): Promise<{ id: string; token: string }> {
  const { purpose, address, personId = null, payload = {}, minutes } = input;
  const id = newId(ctx.now.getTime());
  const token = newSecret();
  const expiresAt = new Date(ctx.now.getTime() + minutes * 60_000);
  await ctx.db.oneTimeToken.create({
    data: { id, purpose, address, personId, payload, hash: hashSecret(token), createdAt: ctx.now, expiresAt },
  });
  return { id, token };
}
