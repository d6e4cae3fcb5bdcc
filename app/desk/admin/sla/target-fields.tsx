import { RadioGroup } from "~/components/ui/radio-group";
import { TextInput } from "~/components/ui/text-input";
import { SLA_PRIORITIES, type SLA_KINDS } from "~/domain/sla/schema";
import { priorityCode } from "~/domain/tickets/states";
import { useT } from "~/i18n/use-t";
import type { TargetDraft } from "./policy-draft";

type Props = {
  kind: (typeof SLA_KINDS)[number];
  target: TargetDraft;
  errors: Record<string, string> | undefined;
};

/** One kind of target: how long for each priority, and on which clock. */
export function TargetFields({ kind, target, errors }: Props) {
  const t = useT();
  const name = `targets.${kind}`;
  return (
    <fieldset className="grid gap-3 rounded-m border p-(--pad)">
      <legend className="px-1 font-semibold">{t(`sla:policy.kind.${kind}`)}</legend>
      <p className="muted small">{t(`sla:policy.kindHint.${kind}`)}</p>
      <div className="grid grid-cols-2 gap-3 tablet:grid-cols-4">
        {SLA_PRIORITIES.map((priority) => (
          <TextInput
            key={priority}
            name={`${name}.${priority}`}
            label={`${priorityCode(priority)} ${t(`tickets:priority.${priority}`)}`}
            defaultValue={target[priority]}
            error={errors?.[`${name}.${priority}`]}
            placeholder="—"
            autoComplete="off"
            maxLength={40}
          />
        ))}
      </div>
      <RadioGroup
        name={`${name}.clock`}
        label={t("sla:policy.clock")}
        abreast
        defaultValue={target.clock}
        error={errors?.[`${name}.clock`]}
        options={(["working", "wall"] as const).map((clock) => ({
          value: clock,
          label: t(`sla:policy.clock.${clock}`),
        }))}
      />
    </fieldset>
  );
}
