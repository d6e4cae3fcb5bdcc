import { createHash } from "node:crypto";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { signedCookie } from "./cookies.server";
import type { RequestArgs } from "./ctx.server";

const YEAR = 31_536_000;
const cookie = () => signedCookie("reader", YEAR);

/**
 * Who reads, as votes and deflections keep it: `person:<id>`, or `guest:<hash>` of a random cookie that only an act of
 * the reader's sets; null for a stranger who has done nothing yet.
 */
export async function findReader(ctx: Ctx, { request }: RequestArgs): Promise<string | null> {
  if (ctx.actor.kind === "person") return `person:${ctx.actor.personId}`;
  const header = request.headers.get("cookie");
  if (!header) return null;
  const held: unknown = await cookie().parse(header);
  return typeof held === "string" && held ? guest(held) : null;
}

/** The same for an act: a stranger without the cookie gets one with the answer. */
export async function takeReader(ctx: Ctx, args: RequestArgs): Promise<string> {
  const known = await findReader(ctx, args);
  if (known) return known;
  const fresh = newId();
  args.context.setCookie(await cookie().serialize(fresh));
  return guest(fresh);
}

const guest = (value: string) => `guest:${createHash("sha256").update(value).digest("base64url")}`;
