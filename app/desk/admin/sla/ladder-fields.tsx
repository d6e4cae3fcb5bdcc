import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Icon } from "~/components/ui/icon";
import type { PolicyChoices } from "~/domain/sla/list-policy-choices.server";
import { useT } from "~/i18n/use-t";
import { editLadder, type KeyedAction, type KeyedStep, newAction, newStep } from "./edit-ladder";
import { LadderStepFields } from "./ladder-step-fields";
import type { StepDraft } from "./policy-draft";

type Props = { ladder: readonly StepDraft[]; choices: PolicyChoices; errors: Record<string, string> | undefined };

/**
 * The escalation ladder, step by step. Its buttons send the form as `ladder.edit`; with JavaScript they change the rows in
 * place. A ladder that the server gives back starts it afresh.
 */
export function LadderFields(props: Props) {
  return <Steps key={JSON.stringify(props.ladder)} {...props} />;
}

function Steps({ ladder, choices, errors }: Props) {
  const t = useT();
  const [steps, setSteps] = useState<KeyedStep[]>(() => ladder.map(keyed));
  const [first, setFirst] = useState(true);
  function press(button: string) {
    setFirst(false);
    setSteps((before) => {
      const [act, at, what] = button.split(".");
      if (act === "add") return [...before, keyed(newStep())];
      if (act !== "act") return editLadder(before, button) as KeyedStep[];
      return before.map((step, i) => {
        if (i !== Number(at)) return step;
        const key = Math.max(-1, ...step.actions.map((action) => action.key)) + 1;
        return { ...step, actions: [...step.actions, { ...newAction(what as KeyedAction["do"]), key }] };
      });
    });
  }
  return (
    <>
      {steps.length > 0 ? (
        <ol className="grid gap-3">
          {steps.map((step, i) => (
            <li key={step.id}>
              <LadderStepFields
                step={step}
                at={i}
                choices={choices}
                // After a row came or went in place, the numbers of the server's errors fit no longer.
                errors={first ? errors : undefined}
                press={press}
              />
            </li>
          ))}
        </ol>
      ) : (
        <p className="muted small">{t("sla:ladder.none")}</p>
      )}
      <div>
        <Button
          name="ladder.edit"
          value="add"
          size="sm"
          formNoValidate
          icon={<Icon of={Plus} size={15} />}
          onClick={(event) => {
            event.preventDefault();
            press("add");
          }}
        >
          {t("sla:ladder.add")}
        </Button>
      </div>
    </>
  );
}

const keyed = (step: StepDraft): KeyedStep => ({
  ...step,
  actions: step.actions.map((action, key) => ({ ...action, key })),
});
