import { Checkbox } from "~/components/ui/checkbox";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import type { AgentDetails } from "~/domain/routing/get-agent.server";
import { LANGUAGES, MAX_CAPACITY, MAX_LEVEL } from "~/domain/routing/profile-schema";
import { isLocale, LOCALE_NAMES } from "~/i18n/config";
import { useT } from "~/i18n/use-t";
import { HoursWords } from "./hours-words";
import { RegionField } from "./region-field";

type Props = {
  agent: Pick<
    AgentDetails,
    "capacity" | "languages" | "ownLanguage" | "regions" | "calendarId" | "hours" | "hourlyRate" | "skills"
  >;
  calendars: readonly { id: string; name: string; timeZone: string }[];
  skills: readonly { id: string; name: string }[];
  usedRegions: readonly string[];
  /** what was typed, when the form came back */
  values: Record<string, string> | undefined;
  errors: Record<string, string> | undefined;
};

const LEVELS = Array.from({ length: MAX_LEVEL + 1 }, (_, level) => level);

/** What automatic assignment is told of somebody. */
export function ProfileFields({ agent, calendars, skills, usedRegions, values, errors }: Props) {
  const t = useT();
  const languages = values ? (values["languages[]"]?.split(",") ?? []) : agent.languages;
  const { ownLanguage } = agent;
  return (
    <>
      <div className="two">
        <TextInput
          name="capacity"
          type="number"
          inputMode="numeric"
          min={0}
          max={MAX_CAPACITY}
          label={t("agents:field.capacity")}
          hint={t("agents:field.capacityHint")}
          required
          defaultValue={values?.capacity ?? agent.capacity}
          error={errors?.capacity}
        />
        <TextInput
          name="hourlyRate"
          inputMode="decimal"
          label={t("agents:field.hourlyRate")}
          hint={t("agents:field.hourlyRateHint")}
          defaultValue={values ? (values.hourlyRate ?? "") : (agent.hourlyRate / 100).toFixed(2)}
          error={errors?.hourlyRate}
        />
      </div>
      <Select
        name="calendarId"
        label={t("agents:field.ownHours")}
        hint={t("agents:field.ownHoursHint")}
        placeholder={t("agents:hours.inherited")}
        options={calendars.map(({ id, name, timeZone }) => ({ value: id, label: `${name} (${timeZone})` }))}
        defaultValue={values ? (values.calendarId ?? "") : (agent.calendarId ?? "")}
        error={errors?.calendarId}
      />
      <p className="small">
        {t("agents:hours.effective")} <HoursWords hours={agent.hours} source />
      </p>
      <fieldset className="fl">
        <legend>{t("agents:field.languages")}</legend>
        <p className="hint">
          {ownLanguage && isLocale(ownLanguage)
            ? t("agents:field.languagesHintOwn", { language: LOCALE_NAMES[ownLanguage] })
            : t("agents:field.languagesHint")}
        </p>
        <div className="picks">
          {LANGUAGES.map((code) => (
            <Checkbox
              key={code}
              id={`f-language-${code}`}
              name="languages[]"
              value={code}
              label={LOCALE_NAMES[code]}
              defaultChecked={languages.includes(code)}
            />
          ))}
        </div>
      </fieldset>
      <RegionField
        used={usedRegions}
        defaultValue={values ? (values.regions ?? "") : agent.regions.join(", ")}
        error={errors?.regions}
      />
      <fieldset className="fl">
        <legend>{t("agents:field.skills")}</legend>
        <p className="hint">{t(skills.length ? "agents:field.skillsHint" : "agents:field.noSkills")}</p>
        <div className="grid gap-3 tablet:grid-cols-2">
          {skills.map(({ id, name }) => {
            const field = `skills.${id}`;
            const level = agent.skills.find((skill) => skill.id === id)?.level ?? 0;
            return (
              <Select
                key={id}
                name={field}
                label={<bdi className="wrap-anywhere">{name}</bdi>}
                options={LEVELS.map((n) => ({ value: String(n), label: n ? t("agents:level", { level: n }) : "—" }))}
                defaultValue={values?.[field] ?? String(level)}
                error={errors?.[field]}
              />
            );
          })}
        </div>
      </fieldset>
    </>
  );
}
