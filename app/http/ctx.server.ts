import type { AppLoadContext } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { readSession, type ReadSession } from "~/domain/identity/read-session.server";
import { isStaff, type SessionPerson } from "~/domain/identity/session-person";
import { DEFAULT_LOCALE, isLocale, negotiateLocale } from "~/i18n/config";
import { forbidden } from "~/lib/errors";
import { clock } from "~/platform/clock.server";
import type { Ctx, PersonActor } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { readCookie } from "./cookies.server";
import { helpLocale } from "./help-path";
import "./load-context.server";
import { paths } from "./paths";
import { referringPath } from "./referring-path";

/** For helpers of screens, which do not import the platform. */
export type { Ctx };
export type RequestArgs = { request: Request; context: AppLoadContext };
/** A context whose actor is a signed-in person. */
export type PersonCtx = Ctx & { actor: PersonActor; person: SessionPerson; sessionId: string };

const ZONES = new Set(Intl.supportedValuesOf("timeZone"));

export function sessionOf({ request, context }: RequestArgs): Promise<ReadSession | null> {
  return (context.session ??= readSession(request.headers.get("cookie")).then((session) => {
    if (session?.setCookie) context.setCookie(session.setCookie);
    return session;
  }));
}

/** The context of a request, signed in or not. Language: the help centre's address, then account, cookie, browser. */
export async function requestCtx(args: RequestArgs): Promise<Ctx> {
  const session = await sessionOf(args);
  return session ? personCtx(args, session) : { ...commonOf(args, null), actor: { kind: "anonymous" } };
}

/** A signed-in person of either half, else off to the sign-in page and back. */
export async function requirePerson(args: RequestArgs): Promise<PersonCtx> {
  const session = await sessionOf(args);
  if (!session) throw redirect(paths.signIn(returnPath(args.request)));
  return personCtx(args, session);
}

/** A customer; staff are shown to the desk. */
export async function requireCustomer(args: RequestArgs): Promise<PersonCtx> {
  const ctx = await requirePerson(args);
  if (isStaff(ctx.actor.role)) throw redirect(paths.desk.home());
  return ctx;
}

/** Agent, editor or administrator. */
export async function requireAgent(args: RequestArgs): Promise<PersonCtx> {
  const ctx = await requirePerson(args);
  if (!isStaff(ctx.actor.role)) throw forbidden();
  return ctx;
}

/** Who writes the knowledge base: editor or administrator. */
export async function requireEditor(args: RequestArgs): Promise<PersonCtx> {
  const ctx = await requirePerson(args);
  if (ctx.actor.role !== "editor" && ctx.actor.role !== "administrator") throw forbidden();
  return ctx;
}

export async function requireAdministrator(args: RequestArgs): Promise<PersonCtx> {
  const ctx = await requirePerson(args);
  if (ctx.actor.role !== "administrator") throw forbidden();
  return ctx;
}

/** Where to come back to: the page itself, also when its data is fetched by script; for an act the page of its button. */
function returnPath(request: Request): string {
  const from = request.method === "GET" || request.method === "HEAD" ? null : referringPath(request);
  if (from) return from;
  const url = new URL(request.url);
  return url.pathname.replace(/\.data$/, "") + url.search;
}

function commonOf({ request, context }: RequestArgs, person: SessionPerson | null): Omit<Ctx, "actor"> {
  const header = request.headers.get("cookie");
  const wanted = helpLocale(new URL(request.url).pathname) ?? person?.locale ?? readCookie(header, "lang");
  const zone = person?.timeZone ?? readCookie(header, "tz");
  return {
    now: clock.now(),
    db: database().prisma,
    locale: isLocale(wanted) ? wanted : (negotiateLocale(request.headers.get("accept-language")) ?? DEFAULT_LOCALE),
    timeZone: zone && ZONES.has(zone) ? zone : "Europe/Rome",
    ip: context.ip,
    requestId: context.requestId,
  };
}

function personCtx(args: RequestArgs, { person, sessionId }: ReadSession): PersonCtx {
  const { role, sharedOrganizationId, queueIds } = person;
  const actor: PersonActor = { kind: "person", personId: person.id, role, sharedOrganizationId, queueIds };
  return { ...commonOf(args, person), actor, person, sessionId };
}
