import type { LoaderFunctionArgs } from "@remix-run/node";
import { findApiTokenActor } from "~/domain/identity/find-api-token-actor.server";
import { isStaff } from "~/domain/identity/session-person";
import { DEFAULT_LOCALE, isLocale, negotiateLocale } from "~/i18n/config";
import { translator } from "~/i18n/t.server";
import { DomainError, forbidden, tooMany } from "~/lib/errors";
import { newId } from "~/lib/id";
import { clock } from "~/platform/clock.server";
import type { Ctx, PersonActor } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { takeRateLimit } from "~/platform/rate-limit.server";
import { loggablePath } from "./loggable-path";

export type TokenCtx = Ctx & { actor: PersonActor };
export type TokenRole = "anyone" | "staff" | "administrator";

const PER_MINUTE = 600;
const STATUS = { invalid: 400, not_found: 404, forbidden: 403, conflict: 409, too_many: 429 } as const;

/** An answer in RFC 9457's form. */
export function problem(
  status: number,
  title: string,
  more: { detail?: string; errors?: Record<string, string> } = {},
  headers: HeadersInit = {},
): Response {
  const body = JSON.stringify({ type: "about:blank", title, status, ...more });
  return new Response(body, {
    status,
    headers: { ...headers, "Content-Type": "application/problem+json", "Cache-Control": "no-store" },
  });
}

/** A route for bearer tokens: who the token speaks for, at most 600 requests a minute, every refusal as a problem. */
export function tokenRoute(role: TokenRole, handle: (ctx: TokenCtx, args: LoaderFunctionArgs) => Promise<Response>) {
  return Object.assign(
    async (args: LoaderFunctionArgs): Promise<Response> => {
      try {
        return await handle(await authenticate(args, role), args);
      } catch (error) {
        if (error instanceof Response) return error;
        return refusal(error, args);
      }
    },
    { policy: "token" as const },
  );
}

async function authenticate({ request, context }: LoaderFunctionArgs, role: TokenRole): Promise<TokenCtx> {
  const [, bearer] = /^Bearer\s+(\S+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  const found = bearer ? await findApiTokenActor(bearer) : null;
  if (!found)
    throw problem(
      401,
      "Unauthorized",
      { detail: "A valid bearer token is required." },
      { "WWW-Authenticate": "Bearer" },
    );
  const ctx: TokenCtx = {
    actor: found.actor,
    now: clock.now(),
    db: database().prisma,
    locale: isLocale(found.locale)
      ? found.locale
      : (negotiateLocale(request.headers.get("accept-language")) ?? DEFAULT_LOCALE),
    timeZone: "UTC",
    ip: context.ip,
    requestId: context.requestId ?? newId(),
  };
  if (role === "staff" && !isStaff(ctx.actor.role)) throw forbidden();
  if (role === "administrator" && ctx.actor.role !== "administrator") throw forbidden();
  if (!(await takeRateLimit(ctx, `api:${found.tokenId}`, PER_MINUTE, 60))) throw tooMany("common:error.tooMany");
  return ctx;
}

function refusal(error: unknown, { request, context }: LoaderFunctionArgs): Response {
  if (!(error instanceof DomainError)) {
    log.error({ err: error, requestId: context.requestId, url: loggablePath(request) }, "API request failed");
    return problem(500, "Internal Server Error", { detail: `Request ${context.requestId}` });
  }
  const t = translator(negotiateLocale(request.headers.get("accept-language")) ?? DEFAULT_LOCALE);
  const errors = Object.fromEntries(Object.entries(error.fields).map(([name, key]) => [name, t(key, error.params)]));
  const status = STATUS[error.kind];
  return problem(
    status,
    t(error.code, error.params),
    Object.keys(errors).length ? { errors } : {},
    status === 429 ? { "Retry-After": "60" } : {},
  );
}
