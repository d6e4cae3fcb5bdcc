import { translate, type Strings } from "~/i18n/translate";
import english from "../../app/i18n/locales/en/mail.json";
import type { MailFacts } from "./facts";

const strings: Strings = Object.fromEntries(Object.entries(english).map(([key, text]) => [`mail:${key}`, text]));

/** What previews are drawn with. */
export const sampleFacts: MailFacts = {
  t: (key, params) => translate(strings, "en", key, params),
  locale: "en",
  company: { name: "Northwind", brandHue: 195, timeZone: "Europe/Rome" },
  unsubscribeUrl: "https://help.northwind.example/unsubscribe/sample",
};
