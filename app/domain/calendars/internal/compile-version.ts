import type { LoadedCalendar } from "../loaded-calendar";
import { rememberCalendar } from "../remember-calendar";
import { calendarRules } from "../schema";

export type VersionRow = { calendarId: string; versionId: string; version: number; rules: unknown };

/** A version never changes, so that its id is the key under which it is compiled once per process. */
export const compileVersion = ({ rules, ...row }: VersionRow): LoadedCalendar => ({
  ...row,
  compiled: rememberCalendar(row.versionId, () => calendarRules.parse(rules)),
});
