import { isSafeImage, sniffType } from "~/domain/files/file-type";
import type { ParsedMail } from "./parse-mail.server";

/** `html` is null for a mail of plain text. */
export type OriginalMail = { subject: string; html: string | null; text: string };

const MOST_INLINE = 12_000_000;
/** Characters of all images where they are shown. */
const MOST_SHOWN = 40_000_000;

/** A mail's own HTML, not sanitised, with the images that came inside it as data: for a sandboxed document that may load nothing. */
export const originalOf = (mail: ParsedMail): OriginalMail => ({
  subject: mail.subject,
  html: mail.html === null ? null : withImages(mail.html, mail.attachments),
  text: mail.text,
});

type Part = ParsedMail["attachments"][number];

function withImages(html: string, parts: readonly Part[]): string {
  const images = new Map<string, string>();
  let total = 0;
  for (const { contentId, content } of parts) {
    const type = sniffType(content);
    if (!contentId || !type || !isSafeImage(type) || (total += content.length) > MOST_INLINE) continue;
    images.set(contentId, `data:${type};base64,${content.toString("base64")}`);
  }
  // A small mail may show one large image a million times.
  let room = MOST_SHOWN;
  return html.replace(/\bcid:([^"'\s>)]{1,400})/gi, (whole, id: string) => {
    const data = images.get(decoded(id));
    return data && (room -= data.length) > 0 ? data : whole;
  });
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id.replaceAll("&amp;", "&"));
  } catch {
    return id;
  }
}
