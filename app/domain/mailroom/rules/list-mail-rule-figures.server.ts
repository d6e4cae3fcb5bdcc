import { assertAdministers } from "~/domain/routing/policy";
import type { Ctx } from "~/platform/ctx.server";

/** How often a rule held in the last 30 days, in all and by the address of ours that the mail came to. */
export type MailRuleFigures = {
  matches: number;
  lastAt: Date;
  /** Most first; an empty address is mail that named none of ours. */
  addresses: { address: string; matches: number }[];
};

const DAYS = 30;
const DAY_MS = 86_400_000;

/** Figures by rule; a rule that never held has none. */
export async function listMailRuleFigures(ctx: Ctx, ruleIds: readonly string[]): Promise<Map<string, MailRuleFigures>> {
  assertAdministers(ctx.actor);
  const since = new Date(ctx.now.getTime() - DAYS * DAY_MS);
  const rows = await ctx.db.$queryRaw<{ ruleId: string; address: string; matches: number; lastAt: Date }[]>`
    select rule_id as "ruleId", address, count(*)::int as matches, max(at) as "lastAt" from mail_rule_match
    where rule_id = any(${[...ruleIds]}::uuid[]) and at >= ${since} and at <= ${ctx.now}
    group by rule_id, address order by matches desc, address`;
  const figures = new Map<string, MailRuleFigures>();
  for (const { ruleId, address, matches, lastAt } of rows) {
    const before = figures.get(ruleId) ?? { matches: 0, lastAt, addresses: [] };
    figures.set(ruleId, {
      matches: before.matches + matches,
      lastAt: before.lastAt > lastAt ? before.lastAt : lastAt,
      addresses: [...before.addresses, { address, matches }],
    });
  }
  return figures;
}
