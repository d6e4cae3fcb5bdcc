import { WEEKDAYS } from "./schema";
import type { CalendarForm } from "./stored-rules";
import { writeTypedHolidays } from "./typed-holidays";
import { writeTypedHours } from "./typed-hours";

/** A calendar as the fields that `readTypedCalendar` reads. */
export function writeTypedCalendar({ name, rules }: CalendarForm): Record<string, string> {
  return {
    name,
    timeZone: rules.timeZone,
    ...Object.fromEntries(WEEKDAYS.map((day) => [`hours.${day}`, writeTypedHours(rules.hours[day])])),
    holidays: writeTypedHolidays(rules.holidays, rules.names),
  };
}
