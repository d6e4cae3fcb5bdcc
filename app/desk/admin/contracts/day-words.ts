import { formatInstant } from "~/i18n/format";

/** A calendar day ("YYYY-MM-DD") in the reader's language, whatever their zone. */
export const dayWords = (day: string, locale: string): string =>
  formatInstant(new Date(`${day}T12:00:00Z`), "date", locale, "UTC");
