import { Plus, X } from "lucide-react";
import { Button } from "~/components/ui/button";
import { fieldId } from "~/components/ui/field";
import { Icon } from "~/components/ui/icon";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import type { PolicyChoices } from "~/domain/sla/list-policy-choices.server";
import { SLA_KINDS } from "~/domain/sla/schema";
import { useT } from "~/i18n/use-t";
import type { KeyedStep } from "./edit-ladder";
import { LadderActionFields } from "./ladder-action-fields";
import { ACTIONS, WHENS } from "./policy-draft";

type Props = {
  step: KeyedStep;
  at: number;
  choices: PolicyChoices;
  errors: Record<string, string> | undefined;
  /** One of the ladder's buttons, in place. */
  press: (button: string) => void;
};

/** One step: of which target, when, and what is done then. */
export function LadderStepFields({ step, at, choices, errors, press }: Props) {
  const t = useT();
  const name = `ladder.${at}`;
  const number = at + 1;
  const button = (value: string) => ({
    name: "ladder.edit",
    value,
    size: "sm" as const,
    variant: "ghost" as const,
    formNoValidate: true,
    onClick: (event: { preventDefault(): void }) => {
      event.preventDefault();
      press(value);
    },
  });
  const noAction = errors?.[`${name}.actions`];
  return (
    <fieldset className="grid gap-3 rounded-m border p-(--pad)">
      <legend className="px-1 font-semibold">{t("sla:ladder.step", { number })}</legend>
      <input type="hidden" name={`${name}.id`} value={step.id} />
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-3 tablet:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)_auto] max-tablet:[&>.fl:not(:first-child)]:col-span-2">
        <Select
          name={`${name}.kind`}
          label={t("sla:ladder.kind")}
          defaultValue={step.kind}
          error={errors?.[`${name}.kind`]}
          options={(["any", ...SLA_KINDS] as const).map((kind) => ({
            value: kind,
            label: t(`sla:ladder.kind.${kind}`),
          }))}
        />
        <Select
          name={`${name}.when`}
          label={t("sla:ladder.when")}
          defaultValue={step.when}
          options={WHENS.map((when) => ({ value: when, label: t(`sla:ladder.when.${when}`) }))}
        />
        <TextInput
          name={`${name}.amount`}
          label={t("sla:ladder.amount")}
          defaultValue={step.amount}
          error={errors?.[`${name}.amount`]}
          placeholder={t("sla:ladder.amountExample")}
          autoComplete="off"
          maxLength={40}
        />
        <Button
          {...button(`remove.${at}`)}
          square
          className="col-start-2 row-start-1 mt-7.5 tablet:col-start-4"
          aria-label={t("sla:ladder.remove", { number })}
          icon={<Icon of={X} size={15} />}
        />
      </div>
      <ul className="grid gap-2" aria-label={t("sla:ladder.actions")}>
        {step.actions.map((action, j) => (
          <li key={action.key} className="flex items-start gap-2">
            <LadderActionFields
              name={`${name}.actions.${j}`}
              action={action}
              choices={choices}
              error={errors && Object.entries(errors).find(([field]) => field.startsWith(`${name}.actions.${j}.`))?.[1]}
            />
            <Button
              {...button(`unact.${at}.${j}`)}
              square
              className="mt-7.5"
              aria-label={t("sla:ladder.removeAction", { number: j + 1, step: number })}
              icon={<Icon of={X} size={15} />}
            />
          </li>
        ))}
      </ul>
      {noAction ? (
        <p className="small font-medium text-danger" id={fieldId(`${name}.actions`)} tabIndex={-1}>
          {noAction}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-1" role="group" aria-label={t("sla:ladder.addAction", { number })}>
        {ACTIONS.map((act) => (
          <Button key={act} {...button(`act.${at}.${act}`)} icon={<Icon of={Plus} size={15} />}>
            {t(`sla:ladder.add.${act}`)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
