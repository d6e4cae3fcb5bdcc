import { tooMany } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { findRateLimitEnd, giveBackRateLimit, takeRateLimit } from "~/platform/rate-limit.server";

type Limit = { key: string; limit: number; windowSeconds: number };

const QUARTER = 15 * 60;

/** An IPv6 customer owns a /64, so that is what counts as one sender. */
export function networkOf(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, "").toLowerCase();
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.split("%")[0]!.split("::");
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const filled =
    tail === undefined ? left : [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  return `${filled
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}

/**
 * Failed passwords: few from one network for one address, more for the address from anywhere (so that a stranger does
 * not lock its owner out with a handful), more from one network for all addresses.
 */
const signInLimits = (address: string, ip: string): Limit[] => [
  { key: `sign-in ${address} ${networkOf(ip)}`, limit: 8, windowSeconds: QUARTER },
  { key: `sign-in ${address}`, limit: 40, windowSeconds: QUARTER },
  { key: `sign-in from ${networkOf(ip)}`, limit: 60, windowSeconds: QUARTER },
];

/** Counts an attempt before it is looked at, so that many at once count too; refuses with the minutes to wait. */
export async function takeSignInAttempt(ctx: Ctx, address: string): Promise<void> {
  const taken: Limit[] = [];
  for (const limit of signInLimits(address, ctx.ip)) {
    if (await takeRateLimit(ctx, limit.key, limit.limit, limit.windowSeconds)) {
      taken.push(limit);
      continue;
    }
    for (const { key, windowSeconds } of taken) await giveBackRateLimit(ctx, key, windowSeconds);
    throw tooMany("identity:error.tooManyAttempts", { count: await minutesUntil(ctx, limit) });
  }
}

/** A right password does not count. */
export async function forgiveSignInAttempt(ctx: Ctx, address: string): Promise<void> {
  for (const { key, windowSeconds } of signInLimits(address, ctx.ip)) await giveBackRateLimit(ctx, key, windowSeconds);
}

/** Mails that anybody may ask for: few per address and hour, more per network. Known and unknown addresses count alike. */
export async function takeMailRequest(ctx: Ctx, address: string): Promise<void> {
  const limits: Limit[] = [
    { key: `link mail ${address}`, limit: 5, windowSeconds: 3600 },
    { key: `link mail from ${networkOf(ctx.ip)}`, limit: 30, windowSeconds: 3600 },
  ];
  for (const limit of limits)
    if (!(await takeRateLimit(ctx, limit.key, limit.limit, limit.windowSeconds)))
      throw tooMany("identity:error.tooManyMails", { count: await minutesUntil(ctx, limit) });
}

async function minutesUntil(ctx: Ctx, { key, limit, windowSeconds }: Limit): Promise<number> {
  const end = await findRateLimitEnd(ctx, key, limit, windowSeconds);
  return Math.max(1, Math.ceil((end.getTime() - ctx.now.getTime()) / 60_000));
}
