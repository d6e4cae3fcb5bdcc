import { Checkbox } from "~/components/ui/checkbox";
import { FieldError } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { useT } from "~/i18n/use-t";

type Named = { id: string; name: string };

type Props = {
  team: {
    name?: string;
    lead?: Named | null;
    manager?: Named | null;
    calendar?: Named | null;
    members?: readonly Named[];
  };
  /** active staff */
  people: readonly Named[];
  calendars: readonly (Named & { timeZone: string })[];
  values: Record<string, string> | undefined;
  errors: Record<string, string> | undefined;
};

/** A team's name, lead, hours and members. */
export function TeamFields({ team, people, calendars, values, errors }: Props) {
  const t = useT();
  const members = values ? (values["members[]"]?.split(",") ?? []) : (team.members ?? []).map(({ id }) => id);
  const gone = (team.members ?? []).filter(({ id }) => !people.some((person) => person.id === id));
  const choice = people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <TextInput
        name="name"
        label={t("desk:admin.name")}
        required
        maxLength={80}
        defaultValue={values?.name ?? team.name}
        error={errors?.name}
      />
      <div className="two">
        <Select
          name="leadId"
          label={t("agents:team.lead")}
          hint={t("agents:team.leadHint")}
          placeholder={t("agents:nobody")}
          options={choice}
          defaultValue={values ? (values.leadId ?? "") : (team.lead?.id ?? "")}
          error={errors?.leadId}
          optional
        />
        <Select
          name="managerId"
          label={t("agents:team.manager")}
          hint={t("agents:team.managerHint")}
          placeholder={t("agents:nobody")}
          options={choice}
          defaultValue={values ? (values.managerId ?? "") : (team.manager?.id ?? "")}
          error={errors?.managerId}
          optional
        />
      </div>
      <Select
        name="calendarId"
        label={t("agents:field.hours")}
        hint={t("agents:team.hoursHint")}
        placeholder={t("agents:hours.company")}
        options={calendars.map(({ id, name, timeZone }) => ({ value: id, label: `${name} (${timeZone})` }))}
        defaultValue={values ? (values.calendarId ?? "") : (team.calendar?.id ?? "")}
        error={errors?.calendarId}
      />
      <fieldset className="fl">
        <legend>{t("agents:team.members")}</legend>
        <p className="hint">{t("agents:team.membersHint")}</p>
        <div className="picks" id="f-members">
          {[...people, ...gone].map(({ id, name }) => (
            <Checkbox
              key={id}
              id={`f-member-${id}`}
              name="members[]"
              value={id}
              label={<bdi className="wrap-anywhere">{name}</bdi>}
              hint={gone.some((person) => person.id === id) ? t("identity:people.deactivated") : undefined}
              defaultChecked={members.includes(id)}
            />
          ))}
        </div>
        <FieldError id="f-members" error={errors?.members} />
      </fieldset>
    </>
  );
}
