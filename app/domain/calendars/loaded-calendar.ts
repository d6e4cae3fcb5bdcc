import type { CompiledCalendar } from "./compile-calendar";

/** One version of a calendar, ready to be asked. */
export type LoadedCalendar = { calendarId: string; versionId: string; version: number; compiled: CompiledCalendar };
