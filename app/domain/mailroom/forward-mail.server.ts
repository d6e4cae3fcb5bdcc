import { normaliseAddress } from "~/domain/identity/address";
import { findIssuedMail } from "~/domain/mail/find-issued-mail.server";
import { readForwardKeys } from "~/domain/mail/read-forward-keys.server";
import { mailIdFor } from "~/domain/mail/mail-id.server";
import { queueMail } from "~/domain/mail/queue-mail.server";
import type { Ctx } from "~/platform/ctx.server";
import { isOwnMailbox, isPattern } from "./mailboxes";
import type { MailRuleDecision } from "./mail-rules";
import type { MailCase } from "./make-mail-case.server";

type Forwarding = Pick<MailCase, "inbound" | "read" | "who"> & {
  decision: MailRuleDecision | null;
  /** Whom it was forwarded to already, in the mails of ours that it names. */
  forwardedTo: readonly string[];
};

/**
 * Queues the mail, as it came, to the addresses that the rules name: automatic mail, within the limits, once per mail and
 * address. It never goes to where it comes from, nor again to somebody whom a forward that it answers or carries went to:
 * an address that forwards back ends the round.
 */
export async function forwardMail(
  ctx: Ctx,
  forwarding: Forwarding,
  routed: { threadId: string; entryId: string } | null,
): Promise<void> {
  const { inbound, read, who, decision, forwardedTo } = forwarding;
  const wanted = decision?.actions.forwardTo ?? [];
  if (!wanted.length) return;
  const { carried } = readForwardKeys(read.mail);
  const before = [...(await findIssuedMail(ctx, carried)).values()].map(({ recipient }) => recipient);
  const from = read.mail.from && normaliseAddress(read.mail.from.address);
  const round = new Set([...forwardedTo, ...before, who.sender?.address, from, normaliseAddress(inbound.envelopeFrom)]);
  const targets = wanted.flatMap((raw) => normaliseAddress(raw) ?? []);
  const open = [...new Set(targets)].filter((address) => !round.has(address) && !isOwnMailbox(read.boxes, address));
  if (!open.length) return;
  const sender = await readSender(ctx, read.targets, routed?.threadId ?? null);
  for (const address of open)
    await queueMail(ctx, {
      id: mailIdFor(inbound.id, `forward:${address}`),
      template: "forward",
      props: {
        inboundId: inbound.id,
        subject: read.mail.subject.slice(0, 300),
        from: from ?? "—",
        to: sender?.address ?? "",
        number: sender?.number ?? null,
      },
      locale: sender?.locale ?? "en",
      to: { address, name: "" },
      from: sender?.address ? { address: sender.address, name: sender.name } : null,
      threadId: routed?.threadId ?? null,
      entryId: routed?.entryId ?? null,
      autoSubmitted: "auto-generated",
    });
}

type From = { address: string | null; name: string; locale: string; number: number | null };

/** The address of ours that it came to, else its queue's. */
async function readSender(
  ctx: Ctx,
  { addresses, queueIds }: { addresses: string[]; queueIds: string[] },
  ticketId: string | null,
): Promise<From | null> {
  const own = addresses.find((address) => !isPattern(address)) ?? null;
  const [row] = await ctx.db.$queryRaw<From[]>`
    select a.address, coalesce(nullif(a.name, ''), q.name) as name, q.locale, t.number
    from (values (1)) one(n)
    left join ticket t on t.id = ${ticketId}::uuid
    join queue q on q.id = coalesce(${queueIds[0] ?? null}::uuid, t.queue_id,
      (select id from queue where archived_at is null order by position, id limit 1))
    left join lateral (
      select x.address, x.name from queue_address x
      where x.queue_id = q.id and (x.address = ${own} or (x."primary" and position('*' in x.address) = 0))
      order by (x.address = ${own}) is true desc limit 1) a on true`;
  return row ?? null;
}
