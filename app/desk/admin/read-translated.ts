import { LOCALES } from "~/i18n/config";

/** The fields `name.en`, `name.it`, `name.ro` and `name.ru` of a form as one object; a missing one is empty. */
export function readTranslated(form: FormData, name: string): Record<string, string> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, String(form.get(`${name}.${locale}`) ?? "")]));
}
