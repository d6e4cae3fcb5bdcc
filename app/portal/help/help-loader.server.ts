import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { publicLoader } from "~/http/route.server";
import type { Ctx } from "~/http/ctx.server";
import { sharedHeaders, sharedRedirectHeaders } from "~/http/shared-page.server";
import { isLocale } from "~/i18n/config";
import { notFound } from "~/lib/errors";

/** A loader of the help centre: its language is the address's, its answer any cache's where a stranger asks. */
export function helpLoader<T extends object>(load: (ctx: Ctx, args: LoaderFunctionArgs) => Promise<T>) {
  return publicLoader(async (ctx, args) => {
    const plain = plainAddress(args.request);
    if (plain) throw movedTo(ctx, args, plain);
    if (!isLocale(args.params.lang) || isUnwritable(args.params)) throw notFound("common:error.404.title");
    const value = await load(ctx, args);
    const status = "status" in value && typeof value.status === "number" ? value.status : 200;
    const headers = status === 200 ? await sharedHeaders(ctx, args, value) : { "Cache-Control": "private, no-store" };
    return data(unlisted(value), { status, headers });
  });
}

/** The one spelling of an address typed in capitals or with a slash behind it; null when it is that already. */
function plainAddress(request: Request): string | null {
  const { pathname, search } = new URL(request.url);
  if (!/^\/[^/%][^%]*$/.test(pathname) || !/[A-Z]|\/$/.test(pathname)) return null;
  return pathname.toLowerCase().replace(/\/+$/, "") + search;
}

/** PostgreSQL has no text with U+0000: nothing can be at such an address. */
const isUnwritable = (params: LoaderFunctionArgs["params"]): boolean =>
  Object.values(params).some((part) => part?.includes("\0"));

/**
 * The same value, whose parts are read by name but not listed. The router writes out for the browser all that a loader
 * answers with, a tenth of a page's work, and these pages never ask for it (see `handle.still` in the layout).
 */
function unlisted<T extends object>(value: T): T {
  const parts = Object.entries(value).map(([name, part]) => [name, { value: part as unknown }] as const);
  return Object.defineProperties({}, { ...Object.fromEntries(parts), toJSON: { value: () => value } }) as T;
}

/** The address that counts now: caches and search engines learn it, for a minute at a time. */
export const movedTo = (ctx: Ctx, args: LoaderFunctionArgs, path: string): Response =>
  redirect(path, { status: 301, headers: sharedRedirectHeaders(ctx, args) });
