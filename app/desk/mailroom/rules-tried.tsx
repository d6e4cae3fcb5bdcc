import type { MailRuleStep } from "~/domain/mailroom/rules/explain-mail-rules";
import { useT } from "~/i18n/use-t";

const BLOCKS = ["all", "any", "none"] as const;

/** Every rule that was tried, in order, each with the answer of each of its conditions. */
export function RulesTried({ steps }: { steps: readonly MailRuleStep[] }) {
  const t = useT();
  return (
    <details className="mail-rules">
      <summary className="lk xs">{t("mailroom:rules.all", { count: steps.length })}</summary>
      <ol>
        {steps.map(({ rule, outcome, answers, captures }) => (
          <li key={rule.id}>
            <b className="wrap-anywhere">{rule.name}</b>: {t(`mailroom:rule.${outcome}`)}
            <ul>
              {BLOCKS.flatMap((block) =>
                answers[block].map(({ condition, holds }, index) => (
                  <li key={`${block} ${index}`}>
                    <b>{t(holds !== (block === "none") ? "mailroom:rule.holds" : "mailroom:rule.holdsNot")}</b>{" "}
                    {condition.fact} {condition.op} {condition.values.join(", ")}
                  </li>
                )),
              )}
              {Object.entries(captures).map(([name, value]) => (
                <li key={name}>{`${name} = ${value}`}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </details>
  );
}
