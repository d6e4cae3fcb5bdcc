import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { clock } from "~/platform/clock.server";
import { enqueue } from "~/platform/jobs.server";
import { log } from "~/platform/log.server";
import { composeMail } from "./compose-mail.server";
import { findSigningKey } from "./dkim/find-signing-key.server";
import { recordAccepted } from "./internal/record-accepted.server";
import { recordRefused } from "./internal/record-refused.server";
import type { Claim } from "./outbound-claim";
import { chooseTransport } from "./transports/choose-transport.server";
import { type Accepted, Refused, type Transport } from "./transports/transport";

/** A dead sender's mail waits this long; a living one renews its lease. */
const LEASE_MS = 15_000;
const RENEW_MS = 4_000;
/** Two clocks are asked: the queue's decides when the job runs, ours whether the mail is due. */
const CLOCK_SLACK_MS = 5_000;

/**
 * Sends one queued mail: claims it with a lease and commits, renders and hands it to the transport, commits the answer.
 * Does nothing for a mail that is not due, sent, or in somebody else's hands; a lease still running is waited for by a
 * job of its own.
 */
export async function deliverMail(ctx: Ctx, outboundId: string): Promise<void> {
  const claim = await claimMail(ctx, outboundId);
  if (!claim) return retryAfterLease(ctx, outboundId);
  const transport = chooseTransport();
  const renewal = setInterval(() => void renewLease(ctx, claim).catch(() => undefined), RENEW_MS);
  try {
    const outcome = await attempt(ctx, claim, transport);
    // Outside the attempt: what the transport took must never be recorded as refused.
    if (outcome instanceof Refused) await recordRefused(ctx, claim, transport.name, outcome);
    else await recordAccepted(ctx, claim, transport.name, outcome);
  } finally {
    clearInterval(renewal);
  }
}

async function attempt(ctx: Ctx, claim: Claim, transport: Transport): Promise<Accepted | Refused> {
  try {
    const mail = await composeMail(ctx, claim);
    return await transport.send({ ...mail, dkim: await findSigningKey(ctx, mail.from.address) });
  } catch (error) {
    if (error instanceof Refused) return error;
    log.error({ err: error, outboundId: claim.id }, "mail could not be sent");
    return defect(error);
  }
}

/** A defect of ours is worth more attempts: it may be mended before the time is over. */
const defect = (error: unknown) =>
  new Refused("deferred", "4.3.0", "systemerror", error instanceof Error ? error.message.slice(0, 500) : "");

async function claimMail(ctx: Ctx, id: string): Promise<Claim | null> {
  const due = new Date(ctx.now.getTime() + CLOCK_SLACK_MS);
  const rows = await ctx.db.$queryRaw<Claim[]>(
    prepared(Prisma.sql`
    update outbound_mail set state = 'sending', attempts = attempts + 1,
      lease_until = ${new Date(ctx.now.getTime() + LEASE_MS)}
    where id = ${id}::uuid and ((state in ('queued', 'deferred') and next_try_at <= ${due})
      or (state = 'sending' and lease_until <= ${ctx.now}))
    returning id::text, template, locale, props, recipient, recipient_name as "recipientName",
      from_address as "fromAddress", from_name as "fromName", message_id as "messageId", in_reply_to as "inReplyTo",
      "references", auto_submitted as "autoSubmitted", created_at as "createdAt", attempts,
      thread_id::text as "threadId", entry_id::text as "entryId"`),
  );
  return rows[0] ?? null;
}

async function renewLease(ctx: Ctx, { id, attempts }: Claim): Promise<void> {
  const until = new Date(clock.now().getTime() + LEASE_MS);
  await ctx.db.outboundMail.updateMany({ where: { id, attempts, state: "sending" }, data: { leaseUntil: until } });
}

async function retryAfterLease(ctx: Ctx, outboundId: string): Promise<void> {
  const held = await ctx.db.outboundMail.findUnique({
    where: { id: outboundId },
    select: { state: true, leaseUntil: true },
  });
  if (held?.state === "sending" && held.leaseUntil)
    await enqueue(ctx, "mail.deliver", { outboundId }, { key: `mail.deliver:${outboundId}`, runAt: held.leaseUntil });
}
