import { readReplyKey } from "~/domain/mail/reply-keys.server";
import type { Ctx } from "~/platform/ctx.server";
import { config } from "~/platform/config.server";
import { listMailboxes } from "./list-mailboxes.server";
import { type Mailboxes, mailboxOf } from "./mailboxes";

/**
 * Whether mail to this address is taken: a queue's, with any tag, one that carries a valid reply key, or the postmaster
 * of a domain of ours, whom RFC 5321 (4.5.1) wants to be reached and whose mail goes to the first queue.
 */
export async function takesMail(ctx: Ctx, address: string): Promise<boolean> {
  const boxes = await listMailboxes(ctx);
  if (mailboxOf(boxes, address) || isPostmaster(boxes, address)) return true;
  const key = readReplyKey(address);
  if (key !== null && key !== "forged") return true;
  // Before a refusal, which is for good, look whether an administrator has just added the address.
  return mailboxOf(await listMailboxes(ctx, true), address) !== null;
}

function isPostmaster(boxes: Mailboxes, address: string): boolean {
  const [local, domain] = address.toLowerCase().split("@");
  if (local !== "postmaster") return false;
  if (domain === undefined || domain === config().mail.domain) return true;
  return [...boxes.keys()].some((box) => box.endsWith(`@${domain}`));
}
