import { describeClockChange } from "~/domain/calendars/describe-clock-change";
import { describeWeek } from "~/domain/calendars/describe-week";
import { listNextHolidays } from "~/domain/calendars/list-next-holidays";
import type { StoredRules } from "~/domain/calendars/stored-rules";

const HOLIDAYS_SHOWN = 6;

export type CalendarPreview = ReturnType<typeof previewCalendar>;

/** What rules mean now: this week, the next holidays, the next change of the clock. */
export function previewCalendar(rules: StoredRules, now: Date) {
  return {
    timeZone: rules.timeZone,
    week: describeWeek(rules, now),
    holidays: listNextHolidays(rules, now, HOLIDAYS_SHOWN),
    change: describeClockChange(rules, now),
  };
}
