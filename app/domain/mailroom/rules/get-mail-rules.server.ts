import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import type { MailRule, MailRuleSet } from "../mail-rules";

/** A version of the rules, the newest unless one is named; version 0 without rules while there are none. Versions never change. */
export async function getMailRules(ctx: Ctx, version?: number): Promise<MailRuleSet> {
  const row = await ctx.db.mailRuleSet.findFirst({
    where: version === undefined ? {} : { version },
    orderBy: { version: "desc" },
    select: { version: true, rules: true },
  });
  if (row) return { version: row.version, rules: row.rules as MailRule[] };
  if (version) throw notFound();
  return { version: 0, rules: [] };
}
