import { Button } from "~/components/ui/button";
import { TextInput } from "~/components/ui/text-input";
import { WEEKDAYS } from "~/domain/calendars/schema";
import { useT } from "~/i18n/use-t";
import { DayText } from "./day-text";

type Props = { values: Partial<Record<string, string>>; errors: Record<string, string> | undefined };

/** A Monday and the days after it, only to name the days of a week. */
const MONDAY = 5;
const dateOf = (index: number) => `2026-01-${String(MONDAY + index).padStart(2, "0")}`;

/** The hours of each weekday, several stretches in a line. */
export function HoursFields({ values, errors }: Props) {
  const t = useT();
  return (
    <fieldset aria-describedby="hours-hint">
      <legend className="font-medium">{t("calendars:hours")}</legend>
      <p className="muted small mb-2" id="hours-hint">
        {t("calendars:hoursHint")}
      </p>
      <div className="grid gap-2 tablet:[&_.err]:col-start-2 tablet:[&_.fl]:grid-cols-[7rem_minmax(0,1fr)] tablet:[&_.fl]:items-center">
        {WEEKDAYS.map((day, index) => (
          <TextInput
            key={day}
            name={`hours.${day}`}
            label={<DayText date={dateOf(index)} look="weekday" />}
            defaultValue={values[`hours.${day}`]}
            error={errors?.[`hours.${day}`]}
            placeholder={t("calendars:closed")}
            className="num"
            autoComplete="off"
            maxLength={1000}
          />
        ))}
      </div>
      <Button name="do" value="copy" size="sm" className="mt-2">
        {t("calendars:copyMonday")}
      </Button>
    </fieldset>
  );
}
