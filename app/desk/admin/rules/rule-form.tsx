import { Form, useNavigation } from "@remix-run/react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrors } from "~/components/ui/form-errors";
import { ROUTING_FACTS } from "~/domain/routing/facts";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";
import { useDrawn } from "../../use-drawn";
import { ConditionFields } from "../conditions/condition-fields";
import type { RuleAnswer } from "./act-on-rule.server";
import { ActionFields } from "./action-fields";
import { ConflictBanner } from "./conflict-banner";
import { DryRunResult } from "./dry-run-result";
import { readRuleDraft, type RuleDraft } from "./read-rule-form";
import { RuleHeadFields } from "./rule-head-fields";
import type { RuleChoices } from "./rule-choices.server";

/** A refused form: messages and what was typed. */
type Refused = { failure: { message: string; fields: Record<string, string> }; values: Record<string, string> };

type Props = {
  saved: RuleDraft;
  base: number;
  /** Names of the rules in their order, this one among them when it is there. */
  order: readonly string[];
  choices: RuleChoices;
  answer: RuleAnswer | Refused | undefined;
};

/** One rule: when it holds, what it does, its place in the list; tried over the newest tickets before it is saved. */
export function RuleForm({ choices, answer, ...newest }: Props) {
  const t = useT();
  const navigation = useNavigation();
  const busy = navigation.formData?.get("act");
  const { saved, base: drawn, order } = useDrawn(newest);
  const refused = answer && "failure" in answer ? answer : undefined;
  const posted = answer && "draft" in answer ? answer : undefined;
  const draft = refused ? readRuleDraft(refused.values) : (posted?.draft ?? saved);
  const base = refused ? Number(refused.values.base) : (posted?.base ?? drawn);
  const errors = refused?.failure.fields;
  return (
    <Form method="post" className="grid gap-4" preventScrollReset>
      <FormErrors message={refused?.failure.message} errors={errors} />
      <ConflictBanner area="rules" conflict={posted?.conflict} />
      <input type="hidden" name="base" value={base} />
      <RuleHeadFields draft={draft} order={order} errors={errors} />
      <Card padded title={t("routing:rules.when")}>
        <p className="muted small mb-3">{t("routing:rules.whenHint")}</p>
        <ConditionFields
          name="conditions"
          catalogue={ROUTING_FACTS}
          value={draft.conditions}
          choices={choices.conditions}
          errors={errors}
        />
      </Card>
      <Card padded title={t("routing:rules.then")}>
        <div className="form">
          <ActionFields draft={draft} choices={choices} errors={errors} />
        </div>
      </Card>
      <div className="form-actions">
        <Button variant="primary" name="act" value="save" busy={busy === "save"}>
          {t("desk:admin.save")}
        </Button>
        <Button name="act" value="dry-run" busy={busy === "dry-run"}>
          {t("routing:rules.dryRun")}
        </Button>
        <LinkButton href={paths.desk.admin("rules")}>{t("common:cancel")}</LinkButton>
      </div>
      {posted?.run ? <DryRunResult run={posted.run} /> : null}
    </Form>
  );
}
