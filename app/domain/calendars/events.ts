declare module "~/platform/events.server" {
  interface EventData {
    "calendar.created": { calendarId: string };
    "calendar.changed": { calendarId: string };
    "calendar.archived": { calendarId: string };
    "calendar.restored": { calendarId: string };
    "calendar.default_changed": { calendarId: string };
  }
}

export {};
