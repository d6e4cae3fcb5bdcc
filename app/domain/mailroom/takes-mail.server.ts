import { readReplyKey } from "~/domain/mail/reply-keys.server";
import type { Ctx } from "~/platform/ctx.server";
import { config } from "~/platform/config.server";
import { filingKeyIn } from "./filing-address.server";
import { listMailboxes } from "./list-mailboxes.server";
import { mailboxDomains, mailboxOf, type Mailboxes } from "./mailboxes";

/**
 * Whether mail to this address is taken: a queue's, with any tag, one that carries a valid reply key, an agent's private
 * filing address, or the postmaster of a domain of ours, whom RFC 5321 (4.5.1) wants to be reached and whose mail goes
 * to the first queue.
 */
export async function takesMail(ctx: Ctx, address: string): Promise<boolean> {
  const boxes = await listMailboxes(ctx);
  if (mailboxOf(boxes, address) || isPostmaster(boxes, address)) return true;
  const key = readReplyKey(address);
  if (key !== null && key !== "forged") return true;
  if (await isFilingAddress(ctx, address)) return true;
  // Before a refusal, which is for good, look whether an administrator has just added the address.
  return mailboxOf(await listMailboxes(ctx, true), address) !== null;
}

async function isFilingAddress(ctx: Ctx, address: string): Promise<boolean> {
  const key = filingKeyIn(address);
  if (key === null) return false;
  const owner = { deactivatedAt: null, role: { not: "customer" } } as const;
  return (await ctx.db.agentProfile.count({ where: { filingKey: key, person: owner } })) > 0;
}

function isPostmaster(boxes: Mailboxes, address: string): boolean {
  const [local, domain] = address.toLowerCase().split("@");
  if (local !== "postmaster") return false;
  return domain === undefined || domain === config().mail.domain || mailboxDomains(boxes).has(domain);
}
