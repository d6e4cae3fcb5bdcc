import type { Ctx } from "~/platform/ctx.server";

/** What answers with an own text: an address, or a rule of the mailroom's newest list (its name). */
export type TextUse = { textId: string; kind: "address" | "rule"; name: string };

/** Who uses these texts now, in one statement. */
export async function listTextUses(ctx: Ctx, textIds: readonly string[]): Promise<TextUse[]> {
  if (!textIds.length) return [];
  return ctx.db.$queryRaw<TextUse[]>`
    with asked as (select unnest(${textIds}::uuid[]) as id)
    select asked.id::text as "textId", 'address' as kind, a.address as name
      from asked join queue_address a on a.template_id = asked.id and a.answer = 'template'
    union all
    select asked.id::text, 'rule', rule ->> 'name'
      from asked, (select rules from mail_rule_set order by version desc limit 1) newest,
        jsonb_array_elements(newest.rules) rule
      where rule -> 'actions' ->> 'answer' = asked.id::text
    order by 1, 2, 3`;
}
