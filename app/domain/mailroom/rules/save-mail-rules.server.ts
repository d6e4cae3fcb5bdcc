import { domainOf } from "~/domain/identity/address";
import { assertAdministers } from "~/domain/routing/policy";
import { conflict, invalid } from "~/lib/errors";
import { rulesToCheck } from "~/lib/ordered-rules";
import type { Ctx } from "~/platform/ctx.server";
import { actorPersonId } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import type { MailRule } from "../mail-rules";
import "./events";
import { findGoneReferences } from "./find-gone-references.server";
import { findOwnAddresses } from "./find-own-addresses.server";
import { getMailRules } from "./get-mail-rules.server";
import { listReferences } from "./rule-references";

export const MAX_MAIL_RULES = 500;

/** `base` is the version that the rules were made from. */
export type MailRulesToSave = { base: number; rules: readonly MailRule[] };

/**
 * Saves the whole list as the next version. When another version came after `base` nothing is saved: conflict
 * `mailrules:error.conflict` {base, newest}. Rules that differ from the base may name only what is there and in use, and
 * forward to no address of ours; the errors' fields are those of the rule: `conditions.all.0.values`. What goes later is
 * passed over when a mail comes.
 */
export function saveMailRules(ctx: Ctx, { base, rules }: MailRulesToSave): Promise<{ version: number }> {
  assertAdministers(ctx.actor);
  if (rules.length > MAX_MAIL_RULES) throw invalid("mailrules:error.tooManyRules", {}, { count: MAX_MAIL_RULES });
  return inTransaction(ctx, async (ctx) => {
    const newest = await getMailRules(ctx);
    if (newest.version !== base) throw conflict("mailrules:error.conflict", { base, newest: newest.version });
    await refuseWrong(ctx, rulesToCheck(newest.rules, rules));
    const version = base + 1;
    const saved = await ctx.db.$executeRaw`
      insert into mail_rule_set (version, rules, at, by_id)
      values (${version}::int, ${JSON.stringify(rules)}::jsonb, ${ctx.now}, ${actorPersonId(ctx)}::uuid)
      on conflict (version) do nothing`;
    if (!saved) throw conflict("mailrules:error.conflict", { base, newest: version });
    const forwards = newlyForwardedTo(newest.rules, rules);
    await recordEvent(ctx, "mail_rules.saved", {}, { version, ...(forwards.length ? { forwards } : {}) });
    return { version };
  });
}

/** Where mail leaves to from now on, for the audit log: of an address only its domain. */
function newlyForwardedTo(before: readonly MailRule[], after: readonly MailRule[]): string[] {
  const targets = (rules: readonly MailRule[]) => rules.flatMap(({ actions }) => actions.forwardTo);
  const known = new Set(targets(before));
  const fresh = targets(after).filter((address) => !known.has(address));
  return [...new Set(fresh.map(domainOf))];
}

async function refuseWrong(ctx: Ctx, rules: readonly MailRule[]): Promise<void> {
  const references = rules.flatMap(listReferences);
  const forwards = [...new Set(rules.flatMap(({ actions }) => actions.forwardTo))];
  const gone = references.length ? await findGoneReferences(ctx, references) : new Set<string>();
  const own = forwards.length ? await findOwnAddresses(ctx, forwards) : [];
  const fields = Object.fromEntries(
    references
      .filter(({ kind, id }) => gone.has(`${kind}:${id}`))
      .map(({ field }) => [field, "routing:conditions.problem.goneValue"]),
  );
  if (own.length) fields["actions.forwardTo"] = "mailrules:error.ownAddress";
  if (Object.keys(fields).length) throw invalid("common:error.checkFields", fields);
}
