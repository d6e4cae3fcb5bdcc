import { isSafeImage, sniffType } from "~/domain/files/file-type";
import { parseMail } from "~/domain/mail/mime/parse-mail.server";
import { notFound } from "~/lib/errors";
import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { visibleMessages } from "./visible.server";

/** `html` is null for a mail of plain text. */
export type OriginalMail = { subject: string; html: string | null; text: string };

const MOST_INLINE = 12_000_000;

/**
 * A mail's own HTML, not sanitised: show it only in a sandboxed document without scripts. Images that came inside the
 * mail are in it as data, since such a document may not ask for attachments.
 */
export async function getOriginal(ctx: Ctx, messageId: string): Promise<OriginalMail> {
  if (!isId(messageId)) throw notFound();
  const [row] = await ctx.db.$queryRaw<{ bytes: Uint8Array }[]>`
    select r.bytes from message m join ticket t on t.id = m.ticket_id join raw_mail r on r.inbound_id = m.inbound_id
    where m.id = ${messageId}::uuid and ${visibleMessages(ctx.actor, { deleted: "with" })}`;
  if (!row) throw notFound();
  const mail = await parseMail(Buffer.from(row.bytes));
  return {
    subject: mail.subject,
    html: mail.html === null ? null : withImages(mail.html, mail.attachments),
    text: mail.text,
  };
}

type Part = Awaited<ReturnType<typeof parseMail>>["attachments"][number];

function withImages(html: string, parts: readonly Part[]): string {
  const images = new Map<string, string>();
  let total = 0;
  for (const { contentId, content } of parts) {
    const type = sniffType(content);
    if (!contentId || !type || !isSafeImage(type) || (total += content.length) > MOST_INLINE) continue;
    images.set(contentId, `data:${type};base64,${content.toString("base64")}`);
  }
  return html.replace(/\bcid:([^"'\s>)]{1,400})/gi, (whole, id: string) => images.get(decoded(id)) ?? whole);
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id.replaceAll("&amp;", "&"));
  } catch {
    return id;
  }
}
