import type { Locale } from "~/i18n/config";
import { translator } from "~/i18n/t.server";
import type { Translate } from "~/i18n/translate";
import { escapeHtml } from "~/lib/escape-html";

/**
 * Sources of pictures and styles that are not in the mail itself. Spaces are counted: endless ones, which a stranger may
 * send by the megabyte, would be gone through for each of them.
 */
const REMOTE =
  /(?:src|background|srcset)\s{0,20}=\s{0,20}["']?\s{0,20}(?:https?:)?\/\/|url\(\s{0,20}["']?\s{0,20}(?:https?:)?\/\//i;

type Original = { subject: string; html: string | null; text: string };

/**
 * A mail as its sender made it, as a document of its own in a sandbox. `?images=1` in the request's address lets pictures
 * from elsewhere load.
 */
export function originalResponse(ctx: { locale: Locale }, request: Request, mail: Original): Response {
  const images = new URL(request.url).searchParams.get("images") === "1";
  return new Response(originalPage(mail, images, ctx.locale, translator(ctx.locale)), {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": originalPolicy(images),
      "Referrer-Policy": "no-referrer",
      "X-DNS-Prefetch-Control": "off",
      "Cache-Control": "private, no-store",
    },
  });
}

/** No scripts, forms, frames or fonts; pictures from elsewhere only when the reader asked for them. */
const originalPolicy = (images: boolean): string =>
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
function originalPage(mail: Original, images: boolean, locale: Locale, t: Translate): string {
  const remote = mail.html !== null && REMOTE.test(mail.html);
  const notice =
    remote && !images
      ? `<p role="note">${escapeHtml(t("common:original.imagesBlocked"))} <a href="?images=1" target="_self">${escapeHtml(t("common:original.showImages"))}</a></p><hr>`
      : "";
  // Browsers connect to where a <link> points even when the policy loads nothing: that alone would tell the sender.
  const body = mail.html?.replace(/<(?=link\b)/gi, "<x-") ?? `<pre>${escapeHtml(mail.text)}</pre>`;
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><base target="_blank"><title>${escapeHtml(mail.subject)}</title><style>body{font-family:system-ui,sans-serif;line-height:1.5;margin:1rem;overflow-wrap:anywhere}pre{white-space:pre-wrap;font:inherit}img{max-width:100%}</style></head><body>${notice}${body}</body></html>`;
}
