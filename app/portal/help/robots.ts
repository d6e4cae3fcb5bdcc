import { absoluteUrl } from "~/http/absolute-url.server";
import { publicLoader } from "~/http/route.server";

const PRIVATE = ["/desk", "/tickets", "/account", "/search", "/link/", "/invitation/", "/unsubscribe/", "/help/votes/"];

/** Which pages search engines should leave alone (RFC 9309), and where the list of all others is. */
export const loader = publicLoader(async () => {
  const lines = [
    "User-agent: *",
    ...PRIVATE.map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${absoluteUrl("/sitemap.xml")}`,
  ];
  return new Response(`${lines.join("\n")}\n`, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
});
