import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import type { Rule, RuleSet } from "./rules";

/** A version of the rules, the newest unless one is named; version 0 without rules while there are none. Versions never change. */
export async function getRules(ctx: Ctx, version?: number): Promise<RuleSet> {
  const row = await ctx.db.ruleSet.findFirst({
    where: version === undefined ? {} : { version },
    orderBy: { version: "desc" },
    select: { version: true, rules: true },
  });
  if (row) return { version: row.version, rules: row.rules as Rule[] };
  if (version) throw notFound();
  return { version: 0, rules: [] };
}
