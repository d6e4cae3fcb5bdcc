import { compileCalendar } from "./compile-calendar";
import { WEEKDAYS, type CalendarRules } from "./schema";

const hours = Object.fromEntries(WEEKDAYS.map((day) => [day, [["00:00", "24:00"]]])) as CalendarRules["hours"];

/** "24 × 7": every second works; wall time as a calendar. */
export const alwaysOpen = compileCalendar({ timeZone: "UTC", hours, holidays: [] });
