import { Checkbox } from "~/components/ui/checkbox";
import { FieldError } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { FITS } from "~/domain/routing/schema";
import { useT } from "~/i18n/use-t";

type Props = {
  queue: { lastAgent?: boolean; languageFit?: string; regionFit?: string; idleMinutes?: number | null };
  values: Record<string, string> | undefined;
  errors: Record<string, string> | undefined;
};

/** What a queue that assigns by itself looks at besides places, presence and hours. */
export function AssignmentFields({ queue, values, errors }: Props) {
  const t = useT();
  const idle = queue.idleMinutes ?? 0;
  const fit = (name: "languageFit" | "regionFit", otherwise: string) => (
    <Select
      name={name}
      label={t(`agents:queue.${name}`)}
      hint={t(`agents:queue.${name}Hint`)}
      options={FITS.map((value) => ({ value, label: t(`agents:queue.fit.${value}`) }))}
      defaultValue={values?.[name] ?? queue[name] ?? otherwise}
      error={errors?.[name]}
    />
  );
  return (
    <>
      <Checkbox
        name="lastAgent"
        value="yes"
        label={t("agents:queue.lastAgent")}
        hint={t("agents:queue.lastAgentHint")}
        defaultChecked={values ? values.lastAgent === "yes" : (queue.lastAgent ?? true)}
      />
      <div className="two">
        {fit("languageFit", "prefer")}
        {fit("regionFit", "ignore")}
      </div>
      <fieldset className="fl">
        <legend>{t("agents:queue.idle")}</legend>
        <p className="hint" id="f-idleMinutes-hint">
          {t("agents:queue.idleHint")}
        </p>
        <div className="two gap-4" id="f-idleMinutes">
          <TextInput
            name="idleHours"
            id="f-idle-hours"
            type="number"
            inputMode="numeric"
            min={0}
            max={1000}
            label={t("agents:queue.hours")}
            defaultValue={values ? (values.idleHours ?? "") : idle ? String(Math.floor(idle / 60)) : ""}
          />
          <TextInput
            name="idleRest"
            id="f-idle-rest"
            type="number"
            inputMode="numeric"
            min={0}
            max={59}
            label={t("agents:queue.minutes")}
            defaultValue={values ? (values.idleRest ?? "") : idle ? String(idle % 60) : ""}
          />
        </div>
        <FieldError id="f-idleMinutes" error={errors?.idleMinutes} />
      </fieldset>
    </>
  );
}
