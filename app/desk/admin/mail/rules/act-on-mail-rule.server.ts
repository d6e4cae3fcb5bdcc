import { data } from "@remix-run/node";
import { dryRunMailRules, type MailDryRun } from "~/domain/mailroom/rules/dry-run-mail-rules.server";
import { MAIL_FACTS } from "~/domain/mailroom/rules/facts";
import { getMailRules } from "~/domain/mailroom/rules/get-mail-rules.server";
import { mailRuleSchema } from "~/domain/mailroom/rules/mail-rule-schema.server";
import { tryPattern } from "~/domain/mailroom/rules/patterns.server";
import { saveMailRules } from "~/domain/mailroom/rules/save-mail-rules.server";
import type { MailForRule } from "~/domain/mailroom/rules/suggest-mail-rule.server";
import type { PersonCtx } from "~/http/ctx.server";
import { parse, readForm, textFields } from "~/http/forms.server";
import { paths } from "~/http/paths";
import { redirectWithToast } from "~/http/toast.server";
import { DomainError } from "~/lib/errors";
import { withoutRule, withRule, withRuleAt } from "~/lib/ordered-rules";
import { editConditions } from "../../conditions/edit-conditions";
import type { PatternTrial } from "../../conditions/pattern-field";
import { mailRuleFormHead, mailRuleOfDraft, type MailRuleDraft, readMailRuleDraft } from "./read-mail-rule-form";
import { withSuggestions } from "./suggestions";

/** The form as it was sent, with what came of it: rows, a tried pattern, a dry run, or another version in between. */
export type MailRuleAnswer = {
  draft: MailRuleDraft;
  /** Keys of the ticked suggestions. */
  ticked: string[];
  /** The version that the next press of a button is made from. */
  base: number;
  run: MailDryRun | null;
  tried: PatternTrial["answer"];
  conflict: { base: number; newest: number } | null;
};

/**
 * What the rule's form does: a row more or less, a pattern tried, a dry run with the rule or without it, or saving. The
 * rule takes its place in the version it was made from; ticked suggestions are conditions of it.
 */
export async function actOnMailRule(
  ctx: PersonCtx,
  request: Request,
  { ruleId, mail }: { ruleId: string; mail: MailForRule | null },
) {
  const form = await readForm(ctx, request);
  const values = textFields(form);
  const { base, place, count } = parse(mailRuleFormHead, {
    base: values.base,
    place: values.place || undefined,
    count: values.count || undefined,
  });
  const ticked = (values.suggested ?? "").split(",").filter(Boolean);
  const draft = readMailRuleDraft(values);
  const answer = (given: Partial<MailRuleAnswer>, status = 200) =>
    data<MailRuleAnswer>({ draft, ticked, base, run: null, tried: null, conflict: null, ...given }, { status });

  const { rules } = base ? await getMailRules(ctx, base) : { rules: [] };
  if (form.get("act") === "try-removal") {
    const saved = rules.find(({ id }) => id === ruleId);
    return answer({ run: await dryRunMailRules(ctx, withoutRule(rules, saved?.id ?? ""), count) });
  }
  const conditions = editConditions(form, "conditions", MAIL_FACTS);
  if (conditions) return answer({ draft: { ...draft, conditions }, tried: triedIn(form, values) });

  const whole = { ...draft, conditions: withSuggestions(draft.conditions, mail, ticked) };
  const rule = parse(mailRuleSchema, mailRuleOfDraft(ruleId, whole));
  const edited = withRuleAt(withRule(rules, rule), ruleId, place - 1);
  if (form.get("act") === "dry-run") return answer({ run: await dryRunMailRules(ctx, edited, count) });
  try {
    await saveMailRules(ctx, { base, rules: edited });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "mailrules:error.conflict") throw error;
    const newest = Number(error.params.newest);
    return answer({ base: newest, conflict: { base, newest } }, 409);
  }
  return redirectWithToast(paths.desk.admin("mail/rules"), { key: "desk:toast.saved" });
}

/** Without JavaScript "Try it" sends the whole form: `conditions.edit` = `try.all.0`. */
function triedIn(form: FormData, values: Readonly<Record<string, string>>): PatternTrial["answer"] {
  const pressed = form.get("conditions.edit");
  if (typeof pressed !== "string" || !pressed.startsWith("try.")) return null;
  const row = `conditions.${pressed.slice("try.".length)}`;
  const sample = values[`${row}.sample`] ?? "";
  return { row, sample, ...tryPattern(values[`${row}.pattern`] ?? "", sample) };
}
