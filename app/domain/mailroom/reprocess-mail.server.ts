import { parseMail } from "~/domain/mail/mime/parse-mail.server";
import "~/domain/mail/events";
import { readInboundMail } from "~/domain/mail/read-inbound-mail.server";
import { requireStaffActor } from "~/domain/tickets/policy";
import { conflict, notFound } from "~/lib/errors";
import { isId } from "~/lib/id";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { recordEvent } from "~/platform/events.server";
import { enqueue } from "~/platform/jobs.server";
import { inTransaction } from "~/platform/transaction.server";
import { visibleMail } from "./visible-mail.server";

type Row = { stage: string; outcome: string | null; number: number | null };

/**
 * Sends a mail that is held, was discarded, could not be read or got stuck through the whole chain again, with the rules
 * and settings of today. A mail that is a message already keeps its message: a conflict with the ticket's number. One
 * that could not be read goes only when it can be read now; its ticket with the bytes stays beside the new one.
 */
export async function reprocessMail(ctx: Ctx, inboundId: string): Promise<void> {
  requireStaffActor(ctx.actor);
  if (!isId(inboundId)) throw notFound();
  const [now] = await readRow(ctx, inboundId, Prisma.empty);
  if (!now) throw notFound();
  if (now.outcome === "unreadable") await assertReadable(inboundId);
  await inTransaction(ctx, async (ctx) => {
    const [row] = await readRow(ctx, inboundId, Prisma.sql`for update of i`);
    if (!row) throw notFound();
    assertMayGoAgain(row);
    await ctx.db.message.updateMany({ where: { inboundId }, data: { inboundId: null } });
    await ctx.db.filedMail.deleteMany({ where: { inboundId } });
    await ctx.db.mailRuleMatch.deleteMany({ where: { inboundId } });
    await ctx.db.mailHold.updateMany({
      where: { inboundId, decidedAt: null },
      data: { decidedAt: ctx.now, decidedById: actorPersonId(ctx), decision: "processed" },
    });
    await ctx.db.inboundMail.update({
      where: { id: inboundId },
      data: {
        stage: "received",
        outcome: null,
        attempts: 0,
        error: null,
        purgeAt: null,
        blockedBy: null,
        threadId: null,
        entryId: null,
        rule: null,
      },
    });
    await recordEvent(ctx, "mail.reprocessed", {}, { inboundId, from: row.outcome ?? row.stage });
    await enqueue(ctx, "mailroom.process", { inboundId }, { key: `mail:${inboundId}`, priority: 0 });
  });
}

/** Whoever opens a mail may ask for this. */
const readRow = (ctx: Ctx, inboundId: string, lock: Prisma.Sql): Promise<Row[]> =>
  ctx.db.$queryRaw<Row[]>`
    select i.stage::text as stage, i.outcome::text as outcome,
      (select t.number from message m join ticket t on t.id = m.ticket_id where m.id = i.entry_id) as number
    from inbound_mail i where i.id = ${inboundId}::uuid and ${visibleMail(ctx.actor)} ${lock}`;

const AGAIN: readonly (string | null)[] = [null, "discarded", "unreadable"];

function assertMayGoAgain({ outcome, number }: Row): void {
  if (AGAIN.includes(outcome)) return;
  if (number !== null) throw conflict("mailroom:error.alreadyMessage", { number });
  throw conflict("mailroom:error.notAgain");
}

async function assertReadable(inboundId: string): Promise<void> {
  const inbound = await readInboundMail(inboundId);
  const readable = inbound && (await parseMail(inbound.bytes, inbound.envelopeFrom).then(Boolean, () => false));
  if (!readable) throw conflict("mailroom:error.stillUnreadable");
}
