import { parseMail } from "~/domain/mail/mime/parse-mail.server";
import type { Ctx } from "~/platform/ctx.server";
import { readOutboxMail } from "./read-outbox-mail.server";

/** The HTML part of an outgoing mail, as sent: show it only in a sandboxed document. */
export async function getOutboxHtml(ctx: Ctx, id: string): Promise<string> {
  const { bytes } = await readOutboxMail(ctx, id);
  return (await parseMail(bytes)).html ?? "";
}
