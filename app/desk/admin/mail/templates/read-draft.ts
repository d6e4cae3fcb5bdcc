import { TEXT_LOCALES, type TextLocale } from "~/domain/mail/templates/schema";

/** The words of one language as a text's form holds them, with the ticket to try them with. */
export function readDraft(form: FormData, ref: string, locale: string): Record<string, unknown> {
  const typed = (name: string) => String(form.get(name) ?? "");
  return {
    ref,
    locale,
    subject: typed(`texts.${locale}.subject`),
    text: typed(`texts.${locale}.text`),
    number: typed("number").trim().replace(/^#/, "") || null,
  };
}

/** All words of a text's form by language. */
export function readWords(form: FormData) {
  const words = (locale: TextLocale) => ({
    subject: String(form.get(`texts.${locale}.subject`) ?? ""),
    text: String(form.get(`texts.${locale}.text`) ?? ""),
  });
  return {
    base: String(form.get("base") ?? ""),
    name: String(form.get("name") ?? ""),
    texts: Object.fromEntries(TEXT_LOCALES.map((locale) => [locale, words(locale)])),
  };
}
