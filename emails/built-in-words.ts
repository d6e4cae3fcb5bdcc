import type { Locale } from "~/i18n/config";
import { translator } from "~/i18n/t.server";

/** The product's own words of an automatic mail, with their variables. */
export const builtInWords = (key: string, locale: Locale): { subject: string; text: string } => ({
  subject: "{{ticket.subject}}",
  text: translator(locale)(`mail:texts.${key}`),
});
