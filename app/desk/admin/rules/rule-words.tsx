import type { Rule } from "~/domain/routing/rules";
import { useT } from "~/i18n/use-t";
import { ConditionWords } from "../conditions/condition-words";
import { ActionWords } from "./action-words";
import type { RuleChoices } from "./rule-choices.server";

type Props = { rule: Pick<Rule, "conditions" | "actions">; choices: RuleChoices };

/** When a rule holds and what it does. */
export function RuleWords({ rule: { conditions, actions }, choices }: Props) {
  const t = useT();
  return (
    <>
      <p className="small">
        <span className="muted">{t("routing:rules.when")}: </span>
        <ConditionWords conditions={conditions} choices={choices.conditions} />
      </p>
      <p className="small">
        <span className="muted">{t("routing:rules.then")}: </span>
        <ActionWords actions={actions} choices={choices} />
      </p>
    </>
  );
}
