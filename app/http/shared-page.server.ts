import { createHash } from "node:crypto";
import { getSettings } from "~/platform/settings.server";
import type { Ctx, RequestArgs } from "./ctx.server";

/** Cookies that a help page depends on. Language and zone are not among them: its address carries the language. */
const OWN_COOKIE = /(?:^|;\s*)(?:__Host-)?(?:sid|toast|reader)=/;

/** Whether a Cookie header makes the page somebody's own. */
export const hasOwnCookie = (cookie: string | null | undefined): boolean => OWN_COOKIE.test(cookie ?? "");

/** Nobody in particular asks: no session, no cookie that changes the page. Only such an answer may be anybody's. */
export const isStranger = (ctx: Ctx, { request }: RequestArgs): boolean =>
  ctx.actor.kind === "anonymous" && !hasOwnCookie(request.headers.get("cookie"));

/** How long a shared cache keeps a page of the help centre, and how long it may show it while it asks anew. */
const SHARED = "public, max-age=60, stale-while-revalidate=600";
const PRIVATE = "private, no-store";

/**
 * Headers of an answer made from `value`: for a stranger kept by any cache for a minute and named by what is on the
 * page, which is nothing that a stranger may not see; for everybody else kept by nobody.
 */
export async function sharedHeaders(ctx: Ctx, args: RequestArgs, value: unknown): Promise<Record<string, string>> {
  if (!isStranger(ctx, args)) return { "Cache-Control": PRIVATE, Vary: "Cookie" };
  const company = await getSettings(ctx, "company");
  const hash = createHash("sha1")
    .update(JSON.stringify([company, value]))
    .digest("base64url");
  return { "Cache-Control": SHARED, Vary: "Cookie", ETag: `W/"${hash}"` };
}

/** The same for an answer that is no page and has no version: redirects. */
export const sharedRedirectHeaders = (ctx: Ctx, args: RequestArgs): Record<string, string> => ({
  "Cache-Control": isStranger(ctx, args) ? SHARED : PRIVATE,
  Vary: "Cookie",
});
