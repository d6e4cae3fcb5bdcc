import { WEEKDAYS } from "./schema";
import { calendarForm, type CalendarForm } from "./stored-rules";
import { readTypedHolidays } from "./typed-holidays";
import { readTypedHours } from "./typed-hours";

/** The fields of the form as they were typed: `name`, `timeZone`, `hours.mon` … `hours.sun`, `holidays`. */
export type TypedCalendar = Readonly<Partial<Record<string, string>>>;

/** Field -> key of what is wrong with it; `line` is the first wrong line of the holidays. */
export type TypedProblems = { fields: Record<string, string>; line: number };

const FIELD_PROBLEM = "calendars:problem";

/** What an administrator typed as a calendar, or what is wrong at which field. */
export function readTypedCalendar(typed: TypedCalendar): { form: CalendarForm } | { problems: TypedProblems } {
  const { holidays, wrong } = readTypedHolidays(typed.holidays ?? "");
  const fields: Record<string, string> = {};
  if (wrong !== null) fields.holidays = `${FIELD_PROBLEM}.badHoliday`;
  const checked = calendarForm.safeParse({
    name: typed.name ?? "",
    rules: {
      timeZone: (typed.timeZone ?? "").trim().replaceAll(" ", "_"),
      hours: Object.fromEntries(
        WEEKDAYS.flatMap((day) => {
          const intervals = readTypedHours(typed[`hours.${day}`] ?? "");
          return intervals.length ? [[day, intervals]] : [];
        }),
      ),
      holidays: holidays.map(({ date }) => date),
      names: Object.fromEntries(holidays.flatMap(({ date, name }) => (name ? [[date, name]] : []))),
    },
  });
  for (const { path, message, code } of checked.error?.issues ?? []) {
    const [top, part, day] = path;
    if (top === "name") fields.name ??= code === "too_big" ? "common:error.tooLong" : "common:error.required";
    else fields[part === "hours" ? `hours.${String(day)}` : String(part)] ??= `${FIELD_PROBLEM}.${message}`;
  }
  if (checked.success && wrong === null) return { form: checked.data };
  return { problems: { fields, line: wrong ?? 0 } };
}
