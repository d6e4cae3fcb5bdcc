/** Somebody or something that a calendar's hours hold for. */
export type CalendarUse = {
  calendarId: string;
  kind: "policy" | "team" | "agent" | "rules";
  id: string | null;
  /** null for the routing rules, which are one list */
  name: string | null;
};
