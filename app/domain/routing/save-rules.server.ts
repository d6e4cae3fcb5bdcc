import { conflict, invalid } from "~/lib/errors";
import { rulesToCheck } from "~/lib/ordered-rules";
import type { Ctx } from "~/platform/ctx.server";
import { actorPersonId } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { getRules } from "./get-rules.server";
import { findGoneReferences } from "./internal/find-gone-references.server";
import { assertAdministers } from "./policy";
import { listReferences } from "./rule-references";
import { MAX_RULES, type Rule } from "./rules";

/** `base` is the version that the rules were made from. */
export type RulesToSave = { base: number; rules: readonly Rule[] };

/**
 * Saves the whole list as the next version. When another version came after `base` nothing is saved: conflict
 * `routing:rules.error.conflict` {base, newest}. Rules that differ from the base may name only what is there and in use; the
 * errors' fields are those of the rule: `conditions.all.0.values`. What goes later is skipped when a ticket comes.
 */
export function saveRules(ctx: Ctx, { base, rules }: RulesToSave): Promise<{ version: number }> {
  assertAdministers(ctx.actor);
  if (rules.length > MAX_RULES) throw invalid("routing:rules.error.tooManyRules", {}, { count: MAX_RULES });
  return inTransaction(ctx, async (ctx) => {
    const newest = await getRules(ctx);
    if (newest.version !== base) throw conflict("routing:rules.error.conflict", { base, newest: newest.version });
    await refuseGone(ctx, rulesToCheck(newest.rules, rules));
    const version = base + 1;
    const saved = await ctx.db.$executeRaw`
      insert into rule_set (version, rules, at, by_id)
      values (${version}::int, ${JSON.stringify(rules)}::jsonb, ${ctx.now}, ${actorPersonId(ctx)}::uuid)
      on conflict (version) do nothing`;
    if (!saved) throw conflict("routing:rules.error.conflict", { base, newest: version });
    await recordEvent(ctx, "rules.saved", {}, { version });
    return { version };
  });
}

async function refuseGone(ctx: Ctx, rules: readonly Rule[]): Promise<void> {
  const references = rules.flatMap(listReferences);
  if (!references.length) return;
  const calendars = references.filter(({ kind }) => kind === "calendar").map(({ id }) => id);
  // Held against being archived meanwhile.
  if (calendars.length) await ctx.db.$queryRaw`select 1 from calendar where id::text = any(${calendars}) for share`;
  const gone = await findGoneReferences(ctx, references);
  const fields = Object.fromEntries(
    references
      .filter(({ kind, id }) => gone.has(`${kind}:${id}`))
      .map(({ field }) => [field, "routing:conditions.problem.goneValue"]),
  );
  if (Object.keys(fields).length) throw invalid("common:error.checkFields", fields);
}
