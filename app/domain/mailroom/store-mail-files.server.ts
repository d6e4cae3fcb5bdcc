import { fileType } from "~/domain/files/file-type";
import { safeFileName } from "~/domain/files/file-name";
import type { NewAttachment } from "~/domain/files/new-attachment";
import { storeFile } from "~/domain/files/store-file.server";
import type { MailAttachment } from "~/domain/mail/mime/mail-attachment.server";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";

/** Puts a mail's files into the store, once per content. Ids are given now, because the text points at the images among them. */
export async function storeMailFiles(ctx: Ctx, files: readonly MailAttachment[]): Promise<NewAttachment[]> {
  const attachments: NewAttachment[] = [];
  for (const file of files) {
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
