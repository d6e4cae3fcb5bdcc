import type { Ctx } from "~/platform/ctx.server";
import { assertAdministers } from "./policy";

export type RuleVersion = { version: number; at: Date; by: string | null; rules: number };

const SHOWN = 100;

/** Who saved the rules when, newest first: the last 100 versions. */
export async function listRuleVersions(ctx: Ctx): Promise<RuleVersion[]> {
  assertAdministers(ctx.actor);
  return ctx.db.$queryRaw<RuleVersion[]>`
    select s.version, s.at, p.name as by, jsonb_array_length(s.rules) as rules
    from rule_set s left join person p on p.id = s.by_id order by s.version desc limit ${SHOWN}::int`;
}
