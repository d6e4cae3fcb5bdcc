import { Form, useNavigation } from "@remix-run/react";
import { Banner } from "~/components/ui/banner";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { FormErrors } from "~/components/ui/form-errors";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { ROUTING_FACTS } from "~/domain/routing/facts";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";
import { ConditionFields } from "../conditions/condition-fields";
import type { RuleAnswer } from "./act-on-rule.server";
import { ActionFields } from "./action-fields";
import { DryRunResult } from "./dry-run-result";
import { readRuleDraft, type RuleDraft } from "./read-rule-form";
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
export function RuleForm({ saved, base: newest, order, choices, answer }: Props) {
  const t = useT();
  const navigation = useNavigation();
  const busy = navigation.formData?.get("act");
  const refused = answer && "failure" in answer ? answer : undefined;
  const posted = answer && "draft" in answer ? answer : undefined;
  const draft = refused ? readRuleDraft(refused.values) : (posted?.draft ?? saved);
  const base = refused ? Number(refused.values.base) : (posted?.base ?? newest);
  const errors = refused?.failure.fields;
  return (
    <Form method="post" className="grid gap-4" preventScrollReset>
      <FormErrors message={refused?.failure.message} errors={errors} />
      {posted?.conflict ? (
        <Banner tone="warn" role="alert" title={t("routing:rules.conflictTitle")}>
          {t("routing:rules.conflictText", posted.conflict)}{" "}
          <a href={paths.desk.admin(`rules/versions/${posted.conflict.newest}`)}>
            {t("routing:rules.versionNumber", { version: posted.conflict.newest })}
          </a>
        </Banner>
      ) : null}
      <input type="hidden" name="base" value={base} />
      <Card padded>
        <div className="form">
          <div className="two">
            <TextInput
              name="name"
              label={t("routing:rules.name")}
              defaultValue={draft.name}
              error={errors?.name}
              required
              maxLength={80}
              autoComplete="off"
            />
            <Select
              name="place"
              label={t("routing:rules.place")}
              defaultValue={draft.place}
              error={errors?.place}
              options={order.map((name, i) => ({
                value: String(i + 1),
                label: t("routing:rules.placeOf", { place: i + 1, name }),
              }))}
            />
          </div>
          <Checkbox name="enabled" value="yes" label={t("routing:rules.enabled")} defaultChecked={draft.enabled} />
        </div>
      </Card>
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
