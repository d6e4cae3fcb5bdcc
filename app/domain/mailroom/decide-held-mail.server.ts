import { domainOf, normaliseAddress } from "~/domain/identity/address";
import { finishInboundMail } from "~/domain/mail/inbound-result.server";
import "~/domain/mail/events";
import { readInboundMail } from "~/domain/mail/read-inbound-mail.server";
import type { InboundWork } from "~/domain/mail/take-inbound-mail.server";
import { visibleTickets } from "~/domain/tickets/visible.server";
import { conflict, invalid, notFound } from "~/lib/errors";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { blockSender } from "./block-sender.server";
import { discardMail } from "./discard-mail.server";
import { fileMail, type Release } from "./file-mail.server";
import { type LockedHold, lockHold } from "./lock-hold.server";
import type { MailTrace } from "./mail-trace";
import { lookUpSender, settleSender } from "./people-in-mail.server";
import { readMail, type ReadMail } from "./read-mail.server";
import { touchMailroom } from "./touch-mailroom.server";
import { startTrace, traceOf, traceStage } from "./trace-run.server";
import { writeFiled } from "./write-filed.server";

export type HoldDecision = (
  | { kind: "open" }
  /** The sender takes part in the ticket from then on. */
  | { kind: "join"; number: number }
  /** Nobody named: the sender's own file. */
  | { kind: "file"; personId?: string | null; organizationId?: string | null }
  | { kind: "discard" }
) & {
  /** Discards the sender's mail from now on. */
  block?: "address" | "domain";
};

const WORDS = { open: "opened", join: "joined", file: "filed", discard: "discarded" } as const;

/**
 * A person decides about a held mail: it goes its way as a ticket (linked where it names one), joins a ticket, goes into
 * a file, or is discarded for thirty days. Of two who decide at once one wins and the other gets a conflict with the
 * winner's name. Answers the ticket's number, null where there is none.
 */
export async function decideHeldMail(
  ctx: Ctx,
  inboundId: string,
  decision: HoldDecision,
): Promise<{ number: number | null }> {
  await inTransaction(ctx, (ctx) => lockHold(ctx, inboundId));
  const inbound = await readInboundMail(inboundId);
  if (!inbound) throw notFound();
  // Files are stored before the transaction, as for every mail.
  const read = decision.kind === "open" || decision.kind === "join" ? await readMail(ctx, inbound) : null;
  return inTransaction(ctx, async (ctx) => {
    const hold = await lockHold(ctx, inboundId);
    const entry = decision.block ? (await block(ctx, hold, decision.block)).entry : null;
    const done = read ? await release(ctx, inbound, read, decision) : await putAway(ctx, inbound, decision, entry);
    await ctx.db.mailHold.update({
      where: { inboundId },
      data: { decidedAt: ctx.now, decidedById: actorPersonId(ctx), decision: WORDS[decision.kind] },
    });
    const { reason, queueId } = hold;
    const facts = { inboundId, decision: WORDS[decision.kind], reason, messageId: done.messageId };
    await recordEvent(ctx, "mail.decided", {}, facts);
    touchMailroom(ctx, queueId);
    return { number: done.number };
  });
}

type Done = { number: number | null; messageId: string | null };

/** The mail itself acts, not the person who let it through. */
async function release(ctx: Ctx, inbound: InboundWork, read: ReadMail, decision: HoldDecision): Promise<Done> {
  const where: Release =
    decision.kind === "join" ? { kind: "join", ticketId: await findTicket(ctx, decision.number) } : { kind: "open" };
  const routed = await fileMail({ ...ctx, actor: { kind: "system" } }, inbound, read, where);
  if (!routed) return { number: null, messageId: null };
  const ticket = await ctx.db.ticket.findUnique({ where: { id: routed.threadId }, select: { number: true } });
  return { number: ticket?.number ?? null, messageId: routed.entryId };
}

async function findTicket(ctx: Ctx, number: number): Promise<string> {
  const [row] = await ctx.db.$queryRaw<{ id: string }[]>`
    select t.id::text from ticket t where t.number = ${number}::int and ${visibleTickets(ctx.actor)}`;
  if (!row) throw invalid("mailroom:error.noTicket", { number: "mailroom:error.noTicket" });
  return row.id;
}

async function putAway(ctx: Ctx, inbound: InboundWork, decision: HoldDecision, entry: string | null): Promise<Done> {
  const trace = startTrace(inbound.trace as MailTrace | null, true);
  if (decision.kind === "file") {
    const { personId = null, organizationId = null } = decision;
    await assertHaveFiles(ctx, personId, organizationId);
    await writeFiled(ctx, inbound, {
      personId: personId ?? (organizationId ? null : await senderOf(ctx, inbound)),
      organizationId,
    });
    traceStage(trace, { stage: "route", result: "filed", hold: null, queueId: null });
    await finishInboundMail(ctx, inbound.id, { outcome: "filed", trace: traceOf(trace) });
  } else await discardMail(ctx, inbound.id, { trace, blockedBy: entry });
  return { number: null, messageId: null };
}

/** Only customers and organizations have a file; an id comes from a form or a program. */
async function assertHaveFiles(ctx: Ctx, personId: string | null, organizationId: string | null): Promise<void> {
  const [row] = await ctx.db.$queryRaw<{ person: boolean; organization: boolean }[]>`
    select ${personId}::uuid is null or exists (select from person where id = ${personId}::uuid and role = 'customer') as person,
      ${organizationId}::uuid is null or exists (select from organization where id = ${organizationId}::uuid) as organization`;
  if (!row?.person || !row.organization) throw invalid("mailroom:error.fileTo", { to: "mailroom:error.fileTo" });
}

async function senderOf(ctx: Ctx, inbound: InboundWork): Promise<string> {
  const { mail } = await readMail(ctx, inbound);
  const address = mail.from && normaliseAddress(mail.from.address);
  const { sender } = await lookUpSender(ctx, address ? { address, name: mail.from?.name ?? "" } : null);
  return (await settleSender(ctx, sender)).personId;
}

function block(ctx: Ctx, { fromAddress }: LockedHold, what: "address" | "domain"): Promise<{ entry: string }> {
  const address = normaliseAddress(fromAddress);
  if (!address) throw conflict("mailroom:error.noSender");
  return blockSender(ctx, { entry: what === "domain" ? `@${domainOf(address)}` : address });
}
