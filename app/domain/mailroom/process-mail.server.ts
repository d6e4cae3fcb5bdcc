import { finishInboundMail, lockInboundMail } from "~/domain/mail/inbound-result.server";
import { type InboundWork, takeInboundMail } from "~/domain/mail/take-inbound-mail.server";
import { noteQueues } from "~/domain/tickets/note-queues.server";
import type { Ctx } from "~/platform/ctx.server";
import { log } from "~/platform/log.server";
import { getSettings } from "~/platform/settings.server";
import { inTransaction } from "~/platform/transaction.server";
import { fileBounce } from "./file-bounce.server";
import { fileMail } from "./file-mail.server";
import { fileSentMail } from "./file-sent-mail.server";
import { fileUnreadable } from "./file-unreadable.server";
import { filingKeyIn } from "./filing-address.server";
import { holdMail } from "./hold-mail.server";
import { judgeSender } from "./judge-sender";
import { mailboxOf } from "./mailboxes";
import { makeMailCase } from "./make-mail-case.server";
import { readMail, type ReadMail } from "./read-mail.server";
import { reportsBounce } from "./reports-bounce";
import { traceOf, traceStage } from "./trace-run.server";
import { isUnreadable } from "./unreadable";

/** Repeated with growing pauses, these last over an hour; then an agent gets the mail as it came. */
const MAX_ATTEMPTS = 8;

/**
 * Takes one received mail through the chain of MAIL_STAGES. Three commits: stored (`received`), read (`read`: what the
 * mail says and who sent it), and filed (`done`, `held` or `failed`: the decision with all its effects). Whatever ends
 * the process, the next run goes on from the last commit, and a mail becomes exactly one message.
 */
export async function processMail(ctx: Ctx, inboundId: string): Promise<void> {
  const inbound = await takeInboundMail(inboundId);
  if (!inbound) return;
  try {
    await file(ctx, inbound);
  } catch (error) {
    await noteError(ctx, inbound, error as Error);
    throw error;
  }
}

async function file(ctx: Ctx, inbound: InboundWork): Promise<void> {
  if (inbound.attempts > MAX_ATTEMPTS) return fileUnreadable(ctx, inbound, inbound.error ?? "attempts");
  const read = await readMail(ctx, inbound).catch((error: unknown) => {
    if (isUnreadable(error)) return error;
    throw error;
  });
  if (isUnreadable(read)) return fileUnreadable(ctx, inbound, read.reason);
  const known = { ...inbound, auth: read.auth };
  if (reportsBounce(read.mail)) return fileBounce(ctx, known, read, read.mail);
  if (!read.blockedBy && inbound.recipients.some(filingKeyIn) && (await fileOwnCopy(ctx, known, read))) return;
  await fileMail(ctx, known, read);
}

/**
 * An agent's blind copy to the private filing address; false when none of its recipients is one that works, and when a
 * queue has the mail too and it is not filed with a ticket: then it goes its way as every mail to a queue.
 */
async function fileOwnCopy(ctx: Ctx, inbound: InboundWork, read: ReadMail): Promise<boolean> {
  const settings = await getSettings(ctx, "mail");
  const { seenKey, claims, ownDomains } = makeMailCase(inbound, read);
  const toQueue = inbound.recipients.some((address) => mailboxOf(read.boxes, address));
  return inTransaction(ctx, async (ctx) => {
    if (!(await lockInboundMail(ctx, inbound.id, seenKey?.id ?? null))) return true;
    const doubt = judgeSender({ ...read, claims, ownDomains }, settings);
    const filed = doubt ? { hold: doubt } : await fileSentMail(ctx, inbound, read, toQueue);
    if (!filed) return false;
    if ("hold" in filed) {
      if (toQueue) return false;
      await holdMail(ctx, inbound, read, filed.hold);
      return true;
    }
    if (toQueue && filed.threadId) await noteQueues(ctx, filed.threadId, read.targets.queueIds);
    traceStage(read.trace, { stage: "thread", result: "filed", rule: null, number: null, forgedKey: false });
    traceStage(read.trace, { stage: "route", result: "filed", hold: null, queueId: null });
    traceStage(read.trace, { stage: "answer", result: "none", why: "staff" });
    await finishInboundMail(ctx, inbound.id, { ...filed, trace: traceOf(read.trace) });
    return true;
  });
}

/** So that an administrator sees why a mail is not where it should be. */
async function noteError(ctx: Ctx, inbound: InboundWork, error: Error): Promise<void> {
  log.error({ err: error, inboundId: inbound.id, attempts: inbound.attempts }, "mail not filed");
  const words = error.message.replaceAll("\0", "").slice(0, 500);
  await ctx.db
    .$executeRaw`update inbound_mail set error = ${words} where id = ${inbound.id}::uuid and stage in ('received', 'read')`.catch(
    () => undefined,
  );
}
