import { readReplyKey } from "~/domain/mail/reply-keys.server";
import type { Ctx } from "~/platform/ctx.server";
import { listMailboxes } from "./list-mailboxes.server";
import { mailboxOf } from "./mailboxes";

/** Whether mail to this address is taken: a queue's, with any tag, or one that carries a valid reply key. */
export async function takesMail(ctx: Ctx, address: string): Promise<boolean> {
  if (mailboxOf(await listMailboxes(ctx), address)) return true;
  const key = readReplyKey(address);
  if (key !== null && key !== "forged") return true;
  // Before a refusal, which is for good, look whether an administrator has just added the address.
  return mailboxOf(await listMailboxes(ctx, true), address) !== null;
}
