import { domainOf } from "~/domain/identity/address";
import "~/domain/mail/events";
import { requireStaffActor } from "~/domain/tickets/policy";
import { conflict, invalid } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { config } from "~/platform/config.server";
import { blockedEvent, normaliseEntry } from "./blocked-entries";
import { listMailboxes } from "./list-mailboxes.server";
import { mailboxDomains } from "./mailboxes";

export type BlockForm = { entry: string; note?: string };

/**
 * Discards all mail from an address ("a@b.example") or a domain with those below it ("@b.example") from now on. Staff may,
 * because what they block can be looked at and brought back for thirty days. Our own domains and people who work here
 * cannot be blocked (conflict); blocking twice is blocking.
 */
export async function blockSender(ctx: Ctx, { entry: raw, note = "" }: BlockForm): Promise<{ entry: string }> {
  const { personId } = requireStaffActor(ctx.actor);
  const entry = normaliseEntry(raw);
  if (!entry) throw invalid("common:error.checkFields", { entry: "mailroom:error.entry" });
  return inTransaction(ctx, async (ctx) => {
    await refuseOurs(ctx, entry);
    const { count } = await ctx.db.blockedSender.createMany({
      data: [{ address: entry, note: note.trim().slice(0, 300), createdAt: ctx.now, byId: personId }],
      skipDuplicates: true,
    });
    if (count) await recordEvent(ctx, "mail.sender_blocked", {}, blockedEvent(entry));
    return { entry };
  });
}

async function refuseOurs(ctx: Ctx, entry: string): Promise<void> {
  const boxes = await listMailboxes(ctx, true);
  const { domain, from } = config().mail;
  const domains = new Set([...mailboxDomains(boxes), domain, domainOf(from)]);
  const isOurs = entry.startsWith("@")
    ? [...domains].some((own) => own === entry.slice(1) || own.endsWith(`.${entry.slice(1)}`))
    : boxes.byAddress.has(entry) || entry === from;
  const addresses = entry.startsWith("@")
    ? { OR: [{ address: { endsWith: entry } }, { address: { endsWith: `.${entry.slice(1)}` } }] }
    : { address: entry };
  const staff = await ctx.db.emailAddress.count({
    where: { ...addresses, person: { role: { not: "customer" }, deactivatedAt: null } },
  });
  if (isOurs || staff > 0) throw conflict("mailroom:error.blockOurs");
}
