import type { Translate } from "~/i18n/translate";

type Original = { subject: string; html: string | null; text: string };

/** No scripts, forms, frames or fonts; pictures from elsewhere only when the reader asked for them. */
export const originalPolicy = (images: boolean): string =>
  [
    "sandbox allow-popups allow-popups-to-escape-sandbox",
    "default-src 'none'",
    `img-src data:${images ? " https: http:" : ""}`,
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join("; ");

/** A mail's own HTML as a document of its own, below a line that says what was left out. */
export function originalPage(mail: Original, images: boolean, locale: string, t: Translate): string {
  const remote =
    mail.html !== null &&
    /(?:src|background|srcset)\s*=\s*["']?\s*(?:https?:)?\/\/|url\(\s*["']?\s*(?:https?:)?\/\//i.test(mail.html);
  const notice =
    remote && !images
      ? `<p role="note">${escape(t("common:original.imagesBlocked"))} <a href="?images=1" target="_self">${escape(t("common:original.showImages"))}</a></p><hr>`
      : "";
  // Browsers connect to where a <link> points even when the policy loads nothing: that alone would tell the sender.
  const body = mail.html?.replace(/<(?=link\b)/gi, "<x-") ?? `<pre>${escape(mail.text)}</pre>`;
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><base target="_blank"><title>${escape(mail.subject)}</title><style>body{font-family:system-ui,sans-serif;line-height:1.5;margin:1rem;overflow-wrap:anywhere}pre{white-space:pre-wrap;font:inherit}img{max-width:100%}</style></head><body>${notice}${body}</body></html>`;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escape = (text: string) => text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);
