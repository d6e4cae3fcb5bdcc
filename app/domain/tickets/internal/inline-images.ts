export type InlineFile = { id: string; name: string; contentId: string | null };

/** Points `cid:` images (RFC 2392) at the message's attachments; a `cid:` that names none becomes an image without source. */
export function linkInlineImages(html: string, files: readonly InlineFile[]): string {
  if (!html.includes("cid:")) return html;
  const byContentId = new Map(files.flatMap((file) => (file.contentId ? [[file.contentId, file] as const] : [])));
  return html.replace(/\ssrc="cid:([^"]{1,500})"/gi, (_whole, raw: string) => {
    const file = byContentId.get(contentIdOf(raw));
    return file ? ` src="/attachments/${file.id}/${encodeURIComponent(file.name)}"` : "";
  });
}

function contentIdOf(raw: string): string {
  const text = raw.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#39;", "'");
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
