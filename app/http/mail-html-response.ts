/** Styles of its own, no scripts, no frames, nothing from elsewhere. */
const POLICY = [
  "sandbox allow-popups allow-popups-to-escape-sandbox",
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

/** The HTML part of a mail of ours as a document of its own, for a frame; its links open elsewhere. */
export const mailHtmlResponse = (html: string): Response =>
  new Response(html.replace(/<head>/i, '<head><base target="_blank">'), {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": POLICY,
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "private, no-store",
    },
  });
