import { Checkbox } from "~/components/ui/checkbox";
import { TextInput } from "~/components/ui/text-input";
import { useT } from "~/i18n/use-t";

type Props = {
  entry: { on: string; spent?: string; billable: boolean; note?: string };
  today: string;
  /** what was typed, when the form came back */
  values?: Record<string, string>;
  errors?: Record<string, string>;
};

/** When, how long, billable or not, and what was done. */
export function TimeFields({ entry, today, values, errors }: Props) {
  const t = useT();
  return (
    <>
      <div className="two">
        <TextInput
          name="on"
          type="date"
          label={t("contracts:time.on")}
          defaultValue={values?.on ?? entry.on}
          error={errors?.on}
          max={today}
          required
        />
        <TextInput
          name="spent"
          label={t("contracts:time.spent")}
          hint={t("contracts:time.spentHint")}
          defaultValue={values?.spent ?? entry.spent}
          error={errors?.spent}
          autoComplete="off"
          maxLength={40}
          required
        />
      </div>
      <TextInput
        name="note"
        label={t("contracts:time.note")}
        defaultValue={values?.note ?? entry.note}
        error={errors?.note}
        autoComplete="off"
        maxLength={500}
        optional
      />
      <Checkbox
        name="billable"
        value="yes"
        label={t("contracts:time.billable")}
        defaultChecked={values ? values.billable === "yes" : entry.billable}
      />
    </>
  );
}
