import type { MailRuleStep } from "~/domain/mailroom/rules/explain-mail-rules";
import type { Translate } from "~/i18n/translate";
import { useT } from "~/i18n/use-t";
import type { ConditionChoices } from "../admin/conditions/choices";
import { ConditionSentence } from "../admin/conditions/condition-words";
import { mailConditionChoices } from "../admin/mail/rules/mail-condition-choices";

const BLOCKS = ["all", "any", "none"] as const;
type Step = MailRuleStep;

/** Every rule that was tried, in order, each with the answer of each of its conditions. */
export function RulesTried({ steps }: { steps: readonly Step[] }) {
  const t = useT();
  const choices = choicesOf(steps, t);
  return (
    <details className="mail-rules">
      <summary className="lk xs">{t("mailroom:rules.all", { count: steps.length })}</summary>
      <ol>
        {steps.map((step) => (
          <li key={step.rule.id}>
            <b className="wrap-anywhere">{step.rule.name}</b>: {t(`mailroom:rule.${step.outcome}`)}
            <Answers step={step} choices={choices} />
          </li>
        ))}
      </ol>
    </details>
  );
}

/** What must not be reads "No" when it was not: the answer is to the condition itself, its block is named. */
function Answers({ step: { answers, captures }, choices }: { step: Step; choices: ConditionChoices }) {
  const t = useT();
  const asked = BLOCKS.flatMap((block) => answers[block].map((answer) => ({ block, ...answer })));
  const caught = Object.entries(captures);
  if (!asked.length && !caught.length) return null;
  return (
    <ul>
      {asked.map(({ block, condition, holds }, index) => (
        <li key={index}>
          <b>{t(holds ? "mailroom:rule.holds" : "mailroom:rule.holdsNot")}</b>{" "}
          <ConditionSentence condition={condition} choices={choices} words="mailrules" />
          {block === "none" ? ` ${t("mailroom:rule.mustNot")}` : null}
        </li>
      ))}
      {caught.map(([name, value]) => (
        <li key={name}>{t("mailroom:rule.captured", { name, value })}</li>
      ))}
    </ul>
  );
}

/** Our addresses may have gone since: those that the rules name stand for themselves. */
function choicesOf(steps: readonly Step[], t: Translate): ConditionChoices {
  const addresses = steps.flatMap(({ answers }) =>
    BLOCKS.flatMap((block) =>
      answers[block].flatMap(({ condition }) => (condition.fact === "address" ? condition.values : [])),
    ),
  );
  return mailConditionChoices(t, [...new Set(addresses)]);
}
