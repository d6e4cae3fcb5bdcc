import { type InboundWork, takeInboundMail } from "~/domain/mail/take-inbound-mail.server";
import type { Ctx } from "~/platform/ctx.server";
import { log } from "~/platform/log.server";
import { fileBounce } from "./file-bounce.server";
import { fileMail } from "./file-mail.server";
import { fileUnreadable } from "./file-unreadable.server";
import { readMail } from "./read-mail.server";
import { reportsBounce } from "./reports-bounce";
import { isUnreadable } from "./unreadable";

/** Repeated with growing pauses, these last over an hour; then an agent gets the mail as it came. */
const MAX_ATTEMPTS = 8;

/**
 * Takes one received mail to its end. Stages: 1 `received`, 2 `read` (the mail's own facts and files are stored),
 * 3 `done` or `failed` (decision and all its effects, one commit). Whatever ends the process, the next run goes on from
 * the last commit, and a mail becomes exactly one message.
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
  if (reportsBounce(read.mail)) return fileBounce(ctx, inbound, read.mail);
  return fileMail(ctx, inbound, read);
}

/** So that an administrator sees why a mail is not where it should be. */
async function noteError(ctx: Ctx, inbound: InboundWork, error: Error): Promise<void> {
  log.error({ err: error, inboundId: inbound.id, attempts: inbound.attempts }, "mail not filed");
  const words = error.message.replaceAll("\0", "").slice(0, 500);
  await ctx.db
    .$executeRaw`update inbound_mail set error = ${words} where id = ${inbound.id}::uuid and stage <> 'done'`.catch(
    () => undefined,
  );
}
