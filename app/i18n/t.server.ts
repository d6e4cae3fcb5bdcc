import type { Locale } from "./config";
import { stringsFor } from "./resources.server";
import { translate, type Translate } from "./translate";

/** The translator of a language for mails, errors and toasts. */
export const translator = (locale: Locale): Translate => {
  const strings = stringsFor(locale);
  return (key, params) => translate(strings, locale, key, params);
};
