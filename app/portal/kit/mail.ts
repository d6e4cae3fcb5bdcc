import { previewMail } from "~/domain/mail/preview-mail.server";
import { publicLoader } from "~/http/route.server";
import { notFound } from "~/lib/errors";

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

/** One template as a document of its own, for the frame of the preview. */
export const loader = publicLoader(async (_ctx, { request }) => {
  if (process.env.NODE_ENV === "production") throw notFound();
  const query = new URL(request.url).searchParams;
  const { html } = await previewMail(query.get("template") ?? "", query.get("lang") ?? "en");
  return new Response(html, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY },
  });
});
