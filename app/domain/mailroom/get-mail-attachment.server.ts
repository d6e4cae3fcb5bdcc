import { safeFileName } from "~/domain/files/file-name";
import { fileType } from "~/domain/files/file-type";
import { MailUnreadable } from "~/domain/mail/mime/mail-unreadable";
import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { openMail } from "./open-mail.server";

export type MailFile = { name: string; type: string; sha256: string; content: Buffer };

/** The file at `index` of a received mail, read from its bytes; 404 for a mail of another queue. */
export async function getMailAttachment(ctx: Ctx, id: string, index: number): Promise<MailFile> {
  const mail = await openMail(ctx, id).catch((error: unknown) => {
    if (error instanceof MailUnreadable) throw notFound();
    throw error;
  });
  const file = mail.attachments[index];
  if (!file) throw notFound();
  const { name, type, sha256, content } = file;
  return { name: safeFileName(name), type: fileType(content, type), sha256, content };
}
