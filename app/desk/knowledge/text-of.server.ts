import { isLocale, type Locale } from "~/i18n/config";
import { idParam } from "~/http/params.server";
import { notFound } from "~/lib/errors";

type Args = { request: Request; params: Readonly<Record<string, string | undefined>> };

/** The article of an address and its `?lang=`; 404 without them. */
export function textOf({ request, params }: Args): { articleId: string; locale: Locale } {
  const lang = new URL(request.url).searchParams.get("lang");
  if (!isLocale(lang)) throw notFound();
  return { articleId: idParam(params, "articleId"), locale: lang };
}
