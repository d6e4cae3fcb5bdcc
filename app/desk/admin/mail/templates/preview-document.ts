import type { MailPreview } from "~/domain/notifications/preview-mail-text.server";
import type { Locale } from "~/i18n/config";
import type { Translate } from "~/i18n/translate";
import { escapeHtml } from "~/lib/escape-html";

/** Styles of its own, no scripts; the mail itself stands in a frame with less rights still. */
export const PREVIEW_POLICY = [
  "sandbox allow-popups allow-popups-to-escape-sandbox",
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

const STYLE =
  ":root{color-scheme:light dark;background:Canvas;color:CanvasText}" +
  "body{font:15px/1.5 system-ui,sans-serif;margin:1rem;overflow-wrap:anywhere}" +
  "dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem .8rem;margin:0 0 1rem}dd{margin:0}dt{opacity:.75}" +
  "h1{font-size:1rem;margin:1rem 0 .4rem}iframe{border:1px solid color-mix(in srgb,CanvasText 22%,Canvas);border-radius:8px;width:100%;height:32rem;box-sizing:border-box}" +
  "pre{white-space:pre-wrap;font:13px/1.5 ui-monospace,monospace;border:1px solid color-mix(in srgb,CanvasText 22%,Canvas);border-radius:8px;padding:.8rem;margin:0}";

/** A mail as it would arrive: its facts, the HTML in a frame without rights, and the plain text. */
export function previewDocument(mail: MailPreview, locale: Locale, t: Translate): string {
  const fact = (key: string, value: string) =>
    `<dt>${escapeHtml(t(`templates:preview.${key}`))}</dt><dd>${escapeHtml(value)}</dd>`;
  const html = mail.html.replace(/<head>/i, '<head><base target="_blank">');
  return page(
    locale,
    mail.subject,
    `<dl>${fact("subject", mail.subject)}${fact("from", mailbox(mail.from))}${fact("to", mailbox(mail.to))}</dl>` +
      `<h1>${escapeHtml(t("templates:preview.html"))}</h1>` +
      `<iframe title="${escapeHtml(t("templates:preview.html"))}" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${escapeHtml(html)}"></iframe>` +
      `<h1>${escapeHtml(t("templates:preview.text"))}</h1><pre>${escapeHtml(mail.text)}</pre>`,
  );
}

/** Why there is nothing to show. */
export const previewProblem = (message: string, locale: Locale, t: Translate): string =>
  page(
    locale,
    t("templates:preview.title"),
    `<h1>${escapeHtml(t("templates:preview.title"))}</h1><p>${escapeHtml(message)}</p>`,
  );

const page = (locale: Locale, title: string, body: string): string =>
  `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">` +
  `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title>` +
  `<style>${STYLE}</style></head><body><main>${body}</main></body></html>`;

const mailbox = ({ name, address }: { name: string; address: string | null }): string =>
  address && address !== name ? `${name} <${address}>` : name;
