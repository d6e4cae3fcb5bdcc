import { Form, useNavigation } from "@remix-run/react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrors } from "~/components/ui/form-errors";
import { MAIL_FACTS } from "~/domain/mailroom/rules/facts";
import type { MailForRule } from "~/domain/mailroom/rules/suggest-mail-rule.server";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";
import { useDrawn } from "../../../use-drawn";
import { ConditionFields } from "../../conditions/condition-fields";
import { ConflictBanner } from "../../rules/conflict-banner";
import { RuleHeadFields } from "../../rules/rule-head-fields";
import type { MailRuleAnswer } from "./act-on-mail-rule.server";
import { DryRunSize } from "./dry-run-size";
import { MailActionFields } from "./mail-action-fields";
import { MailDryRunResult } from "./mail-dry-run-result";
import type { MailRuleChoices } from "./mail-rule-choices.server";
import { errorsOfDraft, type MailRuleDraft, readMailRuleDraft } from "./read-mail-rule-form";
import { SuggestionFields } from "./suggestion-fields";

/** A refused form: messages and what was typed. */
type Refused = { failure: { message: string; fields: Record<string, string> }; values: Record<string, string> };

type Props = {
  saved: MailRuleDraft;
  base: number;
  /** Names of the rules in their order, this one among them when it is there. */
  order: readonly string[];
  choices: MailRuleChoices;
  /** The mail that a new rule is made from. */
  mail?: MailForRule | null;
  answer: MailRuleAnswer | Refused | undefined;
};

/** One rule: when it holds, what it does, its place in the list; tried over the last mails before it is saved. */
export function MailRuleForm({ choices, mail = null, answer, ...newest }: Props) {
  const t = useT();
  const busy = useNavigation().formData?.get("act");
  const { saved, base: drawn, order } = useDrawn(newest);
  const refused = answer && "failure" in answer ? answer : undefined;
  const posted = answer && "draft" in answer ? answer : undefined;
  const draft = refused ? readMailRuleDraft(refused.values) : (posted?.draft ?? saved);
  const base = refused ? Number(refused.values.base) : (posted?.base ?? drawn);
  const ticked = refused
    ? (refused.values.suggested ?? "").split(",")
    : (posted?.ticked ?? mail?.suggestions.slice(0, 1).map(({ key }) => key) ?? []);
  const errors = errorsOfDraft(refused?.failure.fields, draft);
  return (
    <Form method="post" className="grid gap-4" preventScrollReset>
      <FormErrors message={refused?.failure.message} errors={errors} />
      <ConflictBanner area="mail/rules" conflict={posted?.conflict} />
      <input type="hidden" name="base" value={base} />
      <RuleHeadFields draft={draft} order={order} errors={errors} />
      {mail ? <SuggestionFields mail={mail} ticked={ticked} choices={choices.conditions} /> : null}
      <Card padded title={t("routing:rules.when")}>
        <p className="muted small mb-3">{t("mailrules:whenHint")}</p>
        <ConditionFields
          name="conditions"
          catalogue={MAIL_FACTS}
          value={draft.conditions}
          choices={choices.conditions}
          errors={errors}
          words="mailrules"
          trial={{ action: paths.desk.admin("mail/rules/pattern"), answer: posted?.tried ?? null }}
        />
      </Card>
      <Card padded title={t("routing:rules.then")}>
        <p className="muted small mb-3">{t("mailrules:thenHint")}</p>
        <div className="form">
          <MailActionFields draft={draft} choices={choices} errors={errors} />
        </div>
      </Card>
      <div className="form-actions flex-wrap">
        <Button variant="primary" name="act" value="save" busy={busy === "save"}>
          {t("desk:admin.save")}
        </Button>
        <Button name="act" value="dry-run" busy={busy === "dry-run"}>
          {t("mailrules:dryRun")}
        </Button>
        <DryRunSize asked={posted?.run?.asked} />
        <LinkButton variant="ghost" href={paths.desk.admin("mail/rules")}>
          {t("common:cancel")}
        </LinkButton>
      </div>
      {posted?.run ? <MailDryRunResult run={posted.run} /> : null}
    </Form>
  );
}
