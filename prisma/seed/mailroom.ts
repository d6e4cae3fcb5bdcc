import { createHash } from "node:crypto";
import type { InboundWork } from "~/domain/mail/take-inbound-mail.server";
import { fileBounce } from "~/domain/mailroom/file-bounce.server";
import { fileMail } from "~/domain/mailroom/file-mail.server";
import { listMailboxes } from "~/domain/mailroom/list-mailboxes.server";
import { readMail } from "~/domain/mailroom/read-mail.server";
import { reportsBounce } from "~/domain/mailroom/reports-bounce";
import { newId } from "~/lib/id";
import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import { blockedSenders, discardedMails, heldMails, type SeededMail } from "./mails";
import { idOf, type SeededCompany } from "./seed-company";

/**
 * Mail that waits for a decision and mail that was discarded, through the chain that every mail goes through; only who
 * sent it is told instead of looked up. A stranger who names a ticket is held for the length of this.
 */
export async function seedMailroom(ctx: Ctx, company: SeededCompany): Promise<void> {
  const createdAt = new Date(ctx.now.getTime() - 40 * 24 * 3_600_000);
  await ctx.db.blockedSender.createMany({
    data: blockedSenders.map(({ entry, note }) => ({
      address: entry,
      note,
      createdAt,
      byId: idOf(company.people, "ada"),
    })),
  });
  const { number } = await ctx.db.ticket.findFirstOrThrow({
    where: { subject: "Replacement part arrived damaged" },
    select: { number: true },
  });
  await listMailboxes(ctx, true);
  await ctx.db.setting.create({ data: { key: "mail", value: { unknownSender: "hold" }, updatedAt: ctx.now } });
  for (const mail of [...heldMails, ...discardedMails].toSorted((a, b) => b.minutesAgo - a.minutesAgo))
    await receive({ ...ctx, now: new Date(ctx.now.getTime() - mail.minutesAgo * 60_000) }, mail, number);
  await ctx.db.setting.delete({ where: { key: "mail" } });
}

async function receive(ctx: Ctx, mail: SeededMail, number: number): Promise<void> {
  const inbound = await store(ctx, mail, number);
  const read = await readMail(ctx, inbound);
  if (reportsBounce(read.mail)) await fileBounce(ctx, inbound, read, read.mail);
  else await fileMail(ctx, inbound, read);
}

/** The rows that the receiver writes. */
async function store(ctx: Ctx, { to, auth, lines, ...mail }: SeededMail, number: number): Promise<InboundWork> {
  const { domain } = config().mail;
  const filled = (text: string) => text.replaceAll("{number}", String(number)).replaceAll("{domain}", domain);
  const envelopeFrom = filled(mail.envelopeFrom);
  const recipient = `${to}@${domain}`;
  const head = [`To: ${recipient}`, `Date: ${ctx.now.toUTCString().replace("GMT", "+0000")}`, "MIME-Version: 1.0"];
  const bytes = Buffer.from(filled([...head, ...lines, ""].join("\r\n")));
  const row = {
    id: newId(ctx.now.getTime()),
    source: "smtp" as const,
    receivedAt: ctx.now,
    envelopeFrom,
    recipients: [recipient],
    clientIp: "203.0.113.9",
    helo: "mx.elsewhere.example",
  };
  await ctx.db.inboundMail.create({
    data: {
      ...row,
      tls: true,
      size: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      raw: { create: { bytes: new Uint8Array(bytes) } },
    },
  });
  const unread = { imapId: null, stage: "received" as const, attempts: 1, error: null, trace: null, blockedBy: null };
  return { ...row, ...unread, auth, bytes };
}
