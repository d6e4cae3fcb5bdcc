import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { publicLoader } from "~/http/route.server";
import type { Ctx } from "~/http/ctx.server";
import { sharedHeaders, sharedRedirectHeaders } from "~/http/shared-page.server";
import { isLocale } from "~/i18n/config";
import { notFound } from "~/lib/errors";

/** A loader of the help centre: its language is the address's, its answer any cache's where a stranger asks. */
export function helpLoader<T extends object>(load: (ctx: Ctx, args: LoaderFunctionArgs) => Promise<T>) {
  return publicLoader(async (ctx, args) => {
    if (!isLocale(args.params.lang)) throw notFound("common:error.404.title");
    const value = await load(ctx, args);
    const status = "status" in value && typeof value.status === "number" ? value.status : 200;
    const headers = status === 200 ? await sharedHeaders(ctx, args, value) : { "Cache-Control": "private, no-store" };
    return data(value, { status, headers });
  });
}

/** The address that counts now: caches and search engines learn it, for a minute at a time. */
export const movedTo = (ctx: Ctx, args: LoaderFunctionArgs, path: string): Response =>
  redirect(path, { status: 301, headers: sharedRedirectHeaders(ctx, args) });
