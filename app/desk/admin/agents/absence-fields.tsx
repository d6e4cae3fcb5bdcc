import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { useT } from "~/i18n/use-t";

type Typed = { firstDay: string; fromTime: string | null; lastDay: string; untilTime: string | null };

type Props = {
  absence?: { typed: Typed; standIn: { id: string; name: string } | null; note: string };
  /** whose clocks the times are on */
  timeZone: string;
  colleagues: readonly { id: string; name: string }[];
  values: Record<string, string> | undefined;
  errors: Record<string, string> | undefined;
};

/** From when to when somebody is out of office, and who gets the tickets. */
export function AbsenceFields({ absence, timeZone, colleagues, values, errors }: Props) {
  const t = useT();
  const typed = (name: keyof Typed) => values?.[name] ?? absence?.typed[name] ?? "";
  const day = (name: "firstDay" | "lastDay") => (
    <TextInput
      name={name}
      type="date"
      label={t(`agents:absence.${name}`)}
      required
      defaultValue={typed(name)}
      error={errors?.[name]}
    />
  );
  const time = (name: "fromTime" | "untilTime") => (
    <TextInput
      name={name}
      type="time"
      label={t(`agents:absence.${name}`)}
      hint={t(`agents:absence.${name}Hint`)}
      optional
      defaultValue={typed(name)}
      error={errors?.[name]}
    />
  );
  return (
    <>
      <div className="two items-end">
        {day("firstDay")}
        {time("fromTime")}
      </div>
      <div className="two items-end">
        {day("lastDay")}
        {time("untilTime")}
      </div>
      <p className="muted small">{t("agents:absence.zone", { timeZone })}</p>
      <Select
        name="standInId"
        label={t("agents:absence.standIn")}
        hint={t("agents:absence.standInHint")}
        placeholder={t("agents:nobody")}
        options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={values?.standInId ?? absence?.standIn?.id ?? ""}
        error={errors?.standInId}
        optional
      />
      <TextInput
        name="note"
        label={t("agents:absence.note")}
        hint={t("agents:absence.noteHint")}
        maxLength={300}
        defaultValue={values?.note ?? absence?.note ?? ""}
        error={errors?.note}
        optional
      />
    </>
  );
}
