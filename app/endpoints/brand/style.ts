import { publicLoader } from "~/http/route.server";

/** The installation's hue as a style sheet, since a page may carry no styles of its own. */
export const loader = publicLoader(async (_ctx, { request }) => {
  const hue = Number(new URL(request.url).searchParams.get("hue"));
  const sane = Number.isInteger(hue) && hue >= 0 && hue <= 360 ? hue : 195;
  return new Response(`:root { --brand-h: ${sane}; }\n`, {
    headers: { "Content-Type": "text/css; charset=utf-8", "Cache-Control": "public, max-age=31536000, immutable" },
  });
});
