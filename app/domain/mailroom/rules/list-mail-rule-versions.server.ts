import { assertAdministers } from "~/domain/routing/policy";
import type { Ctx } from "~/platform/ctx.server";

export type MailRuleVersion = { version: number; at: Date; by: string | null; rules: number };

const SHOWN = 100;

/** Who saved the mailroom's rules when, newest first: the last 100 versions. */
export async function listMailRuleVersions(ctx: Ctx): Promise<MailRuleVersion[]> {
  assertAdministers(ctx.actor);
  return ctx.db.$queryRaw<MailRuleVersion[]>`
    select s.version, s.at, p.name as by, jsonb_array_length(s.rules) as rules
    from mail_rule_set s left join person p on p.id = s.by_id order by s.version desc limit ${SHOWN}::int`;
}
