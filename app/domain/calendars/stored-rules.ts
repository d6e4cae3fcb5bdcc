import { z } from "zod";
import { calendarRules } from "./schema";

export const LONGEST_HOLIDAY_NAME = 120;

/** A version of a calendar as it is kept: its rules, and the names of its holidays, which no calculation reads. */
export const storedRules = calendarRules.extend({
  /** Holiday as it stands in `holidays` -> what it is called. */
  names: z.record(z.string(), z.string().max(LONGEST_HOLIDAY_NAME)).default({}),
});

export type StoredRules = z.output<typeof storedRules>;

export const LONGEST_CALENDAR_NAME = 80;

/** A calendar as an administrator saves it. */
export const calendarForm = z.object({
  name: z.string().trim().min(1).max(LONGEST_CALENDAR_NAME),
  rules: storedRules,
});

export type CalendarForm = z.output<typeof calendarForm>;
