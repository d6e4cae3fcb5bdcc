import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { startSession } from "~/domain/identity/start-session.server";
import { newId } from "~/lib/id";
import { cast, type CastName, castCtx } from "./cast";

/** Sign-in of somebody of the cast, as the Cookie header that a browser would send. */
export async function signInAs(name: CastName): Promise<string> {
  const setCookie = await startSession(castCtx(name), { personId: cast[name].id, userAgent: "test", way: "password" });
  return setCookie.split(";")[0] ?? "";
}

/** What a route's loader or action gets for a request. */
export function routeArgs(
  path: string,
  init: RequestInit & { cookie?: string; params?: Record<string, string> } = {},
): LoaderFunctionArgs {
  const { cookie, params = {}, ...rest } = init;
  const headers = new Headers(rest.headers);
  if (cookie) headers.set("cookie", cookie);
  const context: AppLoadContext = { requestId: newId(), ip: "192.0.2.1", nonce: "", setCookie: () => {} };
  return { request: new Request(`http://localhost:3000${path}`, { ...rest, headers }), params, context };
}

/** How a route answered: its status, where it sends, or 200 with its data. */
export async function answerOf(
  answer: () => Promise<unknown>,
): Promise<{ status: number; location: string | null; value: unknown }> {
  try {
    const value = await answer();
    if (value instanceof Response) return { status: value.status, location: value.headers.get("location"), value };
    const init = value && typeof value === "object" && "init" in value ? (value.init as ResponseInit | null) : null;
    return { status: init?.status ?? 200, location: null, value };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, location: thrown.headers.get("location"), value: thrown };
  }
}
