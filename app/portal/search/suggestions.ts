import { publicLoader } from "~/http/route.server";
import { isLocale } from "~/i18n/config";
import { readWords } from "./read-search";
import { suggestPortal } from "./suggest-portal.server";

/** The lines under the portal's search field; pages of the help centre say their language by `lang`. */
export const loader = publicLoader(async (ctx, { request }) => {
  const params = new URL(request.url).searchParams;
  const lang = params.get("lang");
  const reader = isLocale(lang) ? { ...ctx, locale: lang } : ctx;
  const userAgent = request.headers.get("user-agent") ?? "";
  return Response.json(await suggestPortal(reader, readWords(params.get("q")), userAgent), {
    headers: { "Cache-Control": "private, no-store" },
  });
});
