import { createHash } from "node:crypto";
import type { AuthResults } from "~/domain/mail/auth-results";
import type { InboundWork } from "~/domain/mail/take-inbound-mail.server";
import { fileBounce } from "~/domain/mailroom/file-bounce.server";
import { finishInboundMail } from "~/domain/mail/inbound-result.server";
import { fileSentMail } from "~/domain/mailroom/file-sent-mail.server";
import { filingKeyIn } from "~/domain/mailroom/filing-address.server";
import { traceOf, traceStage } from "~/domain/mailroom/trace-run.server";
import { fileMail } from "~/domain/mailroom/file-mail.server";
import type { MailTrace } from "~/domain/mailroom/mail-trace";
import { readMail, type ReadMail } from "~/domain/mailroom/read-mail.server";
import { reportsBounce } from "~/domain/mailroom/reports-bounce";
import type { Routed } from "~/domain/mailroom/route-mail.server";
import { newId } from "~/lib/id";
import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";

/** A received mail of the demo company, but for To and Date; `{domain}` is ours. */
export type SeededMail = {
  envelopeFrom: string;
  /** The local part of our address, or an address with a key. */
  to: string;
  /** Whom To names instead: the mail came as a blind copy. */
  shownTo?: string;
  auth: AuthResults;
  lines: readonly string[];
};

/** What a sender's domain proves: SPF, a signature of its own when it passes, and DMARC. */
export const proven = (result: "pass" | "fail" | "none", domain: string, policy = "none"): AuthResults => ({
  by: "own",
  spf: { result, domain },
  dkim: result === "pass" ? [{ result, domain, selector: "mail" }] : [],
  dmarc: { result, domain, policy },
  arc: { result: "none" },
});

/** A mail of words alone, from an address whose domain proves it. */
export const letter = (
  from: { name: string; address: string },
  mail: { to: string; id: string; subject: string; text: string; head?: readonly string[] },
): SeededMail => ({
  envelopeFrom: from.address,
  to: mail.to,
  auth: proven("pass", from.address.slice(from.address.lastIndexOf("@") + 1)),
  lines: [
    `From: "${from.name}" <${from.address}>`,
    `Subject: ${mail.subject}`,
    `Message-ID: <${mail.id}>`,
    ...(mail.head ?? []),
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
    "",
    ...mail.text.split("\n"),
  ],
});

/** Takes a mail through the chain that every mail goes through; who sent it is told instead of looked up. */
export async function receiveSeeded(ctx: Ctx, mail: SeededMail): Promise<Routed | null> {
  const inbound = await storeSeeded(ctx, mail);
  const read = await readMail(ctx, inbound);
  const routed = await carryOut(ctx, inbound, read);
  await backdateStages(ctx, inbound.id, read.trace);
  return routed;
}

async function carryOut(ctx: Ctx, inbound: InboundWork, read: ReadMail): Promise<Routed | null> {
  if (reportsBounce(read.mail)) return fileBounce(ctx, inbound, read, read.mail).then(() => null);
  if (!inbound.recipients.some(filingKeyIn)) return fileMail(ctx, inbound, read);
  const filed = await fileSentMail(ctx, inbound, read);
  if (!filed || "hold" in filed) throw new Error("an agent's copy of the demo company was not filed");
  traceStage(read.trace, { stage: "thread", result: "filed", rule: null, number: null, forgedKey: false });
  traceStage(read.trace, { stage: "route", result: "filed", hold: null, queueId: null });
  traceStage(read.trace, { stage: "answer", result: "none", why: "staff" });
  await finishInboundMail(ctx, inbound.id, { ...filed, trace: traceOf(read.trace) });
  return null;
}

/** The rows that the receiver writes. */
export async function storeSeeded(ctx: Ctx, { to, shownTo, auth, lines, ...mail }: SeededMail): Promise<InboundWork> {
  const { domain } = config().mail;
  const filled = (text: string) => text.replaceAll("{domain}", domain);
  const envelopeFrom = filled(mail.envelopeFrom);
  const recipient = to.includes("@") ? to : `${to}@${domain}`;
  const head = [
    `To: ${shownTo ?? recipient}`,
    `Date: ${ctx.now.toUTCString().replace("GMT", "+0000")}`,
    "MIME-Version: 1.0",
  ];
  const bytes = Buffer.from(filled([...head, ...lines, ""].join("\r\n")));
  const row = {
    id: newId(ctx.now.getTime()),
    source: "smtp" as const,
    receivedAt: ctx.now,
    envelopeFrom,
    recipients: [recipient],
    clientIp: "203.0.113.9",
    helo: `mx.${envelopeFrom.split("@")[1] ?? "elsewhere.example"}`,
  };
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await ctx.db.inboundMail.createMany({ data: { ...row, tls: true, size: bytes.length, sha256 } });
  await ctx.db.rawMail.createMany({ data: { inboundId: row.id, bytes: new Uint8Array(bytes) } });
  const unread = { imapId: null, stage: "received" as const, attempts: 1, error: null, trace: null, blockedBy: null };
  return { ...row, ...unread, auth, bytes };
}

/** The stages ran now; they are to have run when the mail came. */
export async function backdateStages(ctx: Ctx, id: string, { runs, stages }: MailTrace): Promise<void> {
  let at = ctx.now.getTime();
  const then = stages.map((entry) => ({ ...entry, at: new Date((at += entry.ms)).toISOString() }));
  await ctx.db.inboundMail.updateMany({ where: { id }, data: { trace: { runs, stages: then } } });
}
