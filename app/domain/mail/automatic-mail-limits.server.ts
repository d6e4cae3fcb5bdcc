import { domainOf } from "~/domain/identity/address";
import type { Ctx } from "~/platform/ctx.server";
import { takeRateLimit } from "~/platform/rate-limit.server";

const HOUR = 3_600;

/** Mails an hour. Answers of a machine may meet another machine's answers; notices go to people who asked for them. */
const LIMITS = {
  "auto-replied": { ticket: 10, address: 10, domain: 1_000 },
  "auto-generated": { ticket: 60, address: 200, domain: 5_000 },
} as const;

export type AutomaticMail = keyof typeof LIMITS;
export type LimitReached = "limit_ticket" | "limit_address" | "limit_domain";

/** Counts an automatic mail against its ticket, address and domain (sliding windows); says which limit refuses it. */
export async function takeMailLimits(
  ctx: Ctx,
  kind: AutomaticMail,
  address: string,
  threadId: string | null,
): Promise<LimitReached | null> {
  const limits = LIMITS[kind];
  const take = (scope: string, key: string, limit: number) =>
    takeRateLimit(ctx, `mail:${kind}:${scope}:${key}`, limit, HOUR);
  if (threadId && !(await take("ticket", threadId, limits.ticket))) return "limit_ticket";
  if (!(await take("address", address, limits.address))) return "limit_address";
  if (!(await take("domain", domainOf(address), limits.domain))) return "limit_domain";
  return null;
}
