import { fileType } from "~/domain/files/file-type";
import { safeFileName } from "~/domain/files/file-name";
import type { NewAttachment } from "~/domain/files/new-attachment";
import { storeFile } from "~/domain/files/store-file.server";
import { type ParsedMail, parseMail } from "~/domain/mail/mime/parse-mail.server";
import type { InboundWork } from "~/domain/mail/take-inbound-mail.server";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { MailCrashed } from "./unreadable";

/** A mail that can be filed: its words, and its files in the store. */
export type ReadMail = { mail: ParsedMail; attachments: NewAttachment[] };

const MAX_CRASHES = 6;

/**
 * Stage `received` to `read`: parses, stores the files, and commits what the mail says of itself. Nothing else has been
 * touched, so a crash here repeats it; who crashed several times is unreadable. Throws MailUnreadable.
 */
export async function readMail(ctx: Ctx, inbound: InboundWork): Promise<ReadMail> {
  if (inbound.stage === "received" && inbound.attempts > MAX_CRASHES) throw new MailCrashed();
  const mail = await parseMail(inbound.bytes, envelopeFromOf(inbound));
  const attachments = mail.bounce && mail.automatic.is ? [] : await storeAttachments(ctx, mail);
  if (inbound.stage === "received") {
    await ctx.db.$executeRaw`
      update inbound_mail set stage = 'read', subject = ${column(mail.subject)},
        from_address = ${column(mail.from?.address ?? "")}, message_id = ${column(mail.messageId ?? "")}
      where id = ${inbound.id}::uuid and stage = 'received'`;
  }
  return { mail, attachments };
}

/** Only SMTP says for certain that there is no sender; elsewhere nothing may mean unknown, and Return-Path answers. */
const envelopeFromOf = ({ source, envelopeFrom }: InboundWork) =>
  source === "smtp" ? envelopeFrom : envelopeFrom || null;

const column = (text: string) => text.replaceAll("\0", "").toWellFormed().slice(0, 1_000);

/** Ids are given now, because the text points at the images among them. */
async function storeAttachments(ctx: Ctx, mail: ParsedMail): Promise<NewAttachment[]> {
  const attachments: NewAttachment[] = [];
  for (const file of mail.attachments) {
    const { fileId, size } = await storeFile(ctx, file.content);
    attachments.push({
      id: newId(ctx.now.getTime()),
      fileId,
      name: safeFileName(file.name),
      type: fileType(file.content, file.type),
      size,
      inline: file.inline,
      ...(file.contentId ? { contentId: file.contentId } : {}),
    });
  }
  return attachments;
}
