import { readReplyKey } from "~/domain/mail/reply-keys.server";
import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import { takesMail } from "../takes-mail.server";

/** Those of the addresses whose mail comes to us: what is forwarded there comes back. */
export async function findOwnAddresses(ctx: Ctx, addresses: readonly string[]): Promise<string[]> {
  const fetched = await ctx.db.imapAccount.findMany({ select: { username: true, address: true } });
  const ours = new Set([
    config().mail.from.toLowerCase(),
    ...fetched.flatMap(({ username, address }) => [username.toLowerCase(), address.toLowerCase()]),
  ]);
  const own: string[] = [];
  for (const address of addresses)
    if (ours.has(address) || readReplyKey(address) !== null || (await takesMail(ctx, address))) own.push(address);
  return own;
}
