import { normaliseAddress } from "~/domain/identity/address";
import { isForwardSubject, readForwardedText, withoutForwardMarks } from "~/domain/mail/mime/forwarded-sender";
import { type ParsedMail, parseMail } from "~/domain/mail/mime/parse-mail.server";
import { splitReply } from "~/domain/mail/mime/visible-text";
import type { ThreadVerdict } from "~/domain/mail/threading";
import { storable } from "~/domain/tickets/message-body";
import type { Ctx } from "~/platform/ctx.server";
import { isBelieved } from "./judge-sender";
import { isOwnMailbox } from "./mailboxes";
import type { MailCase } from "./make-mail-case.server";
import { bodyOf, subjectOf } from "./message-from-mail";
import type { Forward } from "./filing";
import type { Sender } from "./people-in-mail.server";
import { storeMailFiles } from "./store-mail-files.server";

/**
 * What a member of staff has forwarded to the mailroom, as its first sender wrote it; "unclear" when that sender cannot be
 * read; null for everything that is no forward of staff, or does not prove to be. A customer's forward stays the customer's.
 */
export async function readForward(
  ctx: Ctx,
  job: MailCase,
  { known, address }: Sender,
  verdict: ThreadVerdict,
): Promise<Forward | "unclear" | null> {
  const { mail, auth, boxes } = job.read;
  if (verdict.kind === "agent" || verdict.kind === "join" || job.automatic) return null;
  if (!known?.staff || known.deactivated || auth.dmarc.result === "fail") return null;
  // A forward names whose ticket it is and speaks in an agent's name: a From line alone does neither.
  if (job.who.byReplyTo || !isBelieved(auth, address)) return null;
  if (!isForwardSubject(mail.subject)) return null;
  const forward = (await readAttached(ctx, job)) ?? readInline(job);
  return forward && !isOwnMailbox(boxes, forward.from.address) ? forward : "unclear";
}

/** Forwarded as the only attached message. */
async function readAttached(ctx: Ctx, { read }: MailCase): Promise<Forward | null> {
  const attached = read.mail.attachments.filter(({ type }) => type === "message/rfc822" || type === "message/global");
  const [only] = attached;
  if (!only || attached.length > 1) return null;
  const inner = await parseMail(only.content).catch(() => null);
  const address = inner?.from ? normaliseAddress(inner.from.address) : null;
  if (!inner?.from || !address) return null;
  const files = await storeMailFiles(ctx, inner.attachments);
  return {
    from: { address, name: inner.from.name },
    subject: subjectOf(inner),
    body: bodyOf(inner, files),
    attachments: [...read.attachments, ...files],
    comment: words(read.mail),
  };
}

/** Forwarded inside the text. Images shown in it become files beside it. */
function readInline({ read }: MailCase): Forward | null {
  const found = readForwardedText(read.mail.text);
  if (!found) return null;
  const { visibleText, quotedText } = splitReply(found.text);
  const subject = withoutForwardMarks(found.subject || read.mail.subject);
  return {
    from: found.from,
    subject: subjectOf({ subject, visibleText }),
    body: { text: storable(visibleText || found.text), quotedText: quotedText ? storable(quotedText) : null },
    attachments: read.attachments.map((file) => ({ ...file, inline: false })),
    comment: storable(splitReply(found.comment).visibleText.trim()),
  };
}

const words = ({ visibleText }: ParsedMail): string => storable(visibleText.trim());
