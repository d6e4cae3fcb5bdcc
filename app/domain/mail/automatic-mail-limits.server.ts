import { domainOf } from "~/domain/identity/address";
import type { Ctx } from "~/platform/ctx.server";
import { takeRateLimits } from "~/platform/rate-limit.server";

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
  const keyOf = (scope: string, of: string) => `mail:${kind}:${scope}:${of}`;
  const keys = {
    limit_ticket: threadId ? { key: keyOf("ticket", threadId), limit: limits.ticket } : null,
    limit_address: { key: keyOf("address", address), limit: limits.address },
    limit_domain: { key: keyOf("domain", domainOf(address)), limit: limits.domain },
  };
  const wanted = Object.values(keys).filter((key) => key !== null);
  const refused = await takeRateLimits(ctx, wanted, HOUR);
  const reasons = Object.keys(keys) as LimitReached[];
  return reasons.find((reason) => refused.includes(keys[reason]?.key ?? "")) ?? null;
}
