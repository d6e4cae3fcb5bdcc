import { data, redirect } from "@remix-run/node";
import { getRules } from "~/domain/routing/get-rules.server";
import { ROUTING_FACTS } from "~/domain/routing/facts";
import { ruleSchema } from "~/domain/routing/rules";
import { saveRules } from "~/domain/routing/save-rules.server";
import { dryRunRules, type NamedDryRun } from "~/domain/tickets/dry-run-rules.server";
import type { PersonCtx } from "~/http/ctx.server";
import { parse, readForm, textFields } from "~/http/forms.server";
import { paths } from "~/http/paths";
import { redirectWithToast } from "~/http/toast.server";
import { DomainError } from "~/lib/errors";
import { withRule, withRuleAt } from "~/lib/ordered-rules";
import { editConditions } from "../conditions/edit-conditions";
import { readRuleDraft, type RuleDraft, ruleFormHead, ruleOfDraft } from "./read-rule-form";

/** The form as it was sent, with what came of it: rows added or removed, a dry run, or another version in between. */
export type RuleAnswer = {
  draft: RuleDraft;
  /** The version that the next press of a button is made from. */
  base: number;
  run: NamedDryRun | null;
  conflict: { base: number; newest: number } | null;
};

/** What the rule's form does: a row more or less, a dry run, or saving. The rule takes its place in the version it was made from. */
export async function actOnRule(ctx: PersonCtx, request: Request, ruleId: string) {
  const form = await readForm(ctx, request);
  const values = textFields(form);
  const draft = readRuleDraft(values);
  const { base, place } = parse(ruleFormHead, { base: values.base, place: values.place || undefined });
  const conditions = editConditions(form, "conditions", ROUTING_FACTS);
  if (conditions) return answer({ draft: { ...draft, conditions }, base });

  const rule = parse(ruleSchema, ruleOfDraft(ruleId, draft));
  const { rules } = base ? await getRules(ctx, base) : { rules: [] };
  const edited = withRuleAt(withRule(rules, rule), ruleId, place - 1);
  if (form.get("act") === "dry-run") return answer({ draft, base, run: await dryRunRules(ctx, edited) });
  try {
    await saveRules(ctx, { base, rules: edited });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "routing:rules.error.conflict") throw error;
    const newest = Number(error.params.newest);
    return data(full({ draft, base: newest, conflict: { base, newest } }), { status: 409 });
  }
  return redirectWithToast(paths.desk.admin("rules"), { key: "desk:toast.saved" });
}

/** Looking at an act does nothing. */
export const backToRules = () => redirect(paths.desk.admin("rules"));

const full = (given: Pick<RuleAnswer, "draft" | "base"> & Partial<RuleAnswer>): RuleAnswer => ({
  run: null,
  conflict: null,
  ...given,
});
const answer = (given: Parameters<typeof full>[0]) => data(full(given));
