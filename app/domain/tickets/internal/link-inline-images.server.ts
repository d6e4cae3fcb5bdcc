import { resolveInlineImages } from "~/domain/mail/mime/sanitize-html";

type InlineFile = { id: string; name: string; contentId: string | null };

/** Where an attachment is downloaded; the portal and the desk use the same address. */
const addressOf = ({ id, name }: InlineFile) => `/attachments/${id}/${encodeURIComponent(name)}`;

/** Points a sanitised message's inline images at its attachments. */
export function linkInlineImages(html: string | null, files: readonly InlineFile[]): string | null {
  if (!html?.includes("data-cid=")) return html;
  const urls = files.flatMap((file) => (file.contentId ? [[file.contentId, addressOf(file)] as const] : []));
  return resolveInlineImages(html, new Map(urls));
}
