import { builtInWords } from "#emails/built-in-words";
import { assertKnownVariables } from "~/lib/known-variables";
import { type MailTexts, type MailTextForm, TEXT_LOCALES } from "./schema";
import { type TextKey, variablesOf } from "./text-keys";

/** What of a form is kept: languages with words that are not the product's own. An unknown variable is refused at its field. */
export function givenTexts(key: TextKey | null, { texts }: Pick<MailTextForm, "texts">): MailTexts {
  const fields = TEXT_LOCALES.flatMap((locale) => [
    [`texts.${locale}.subject`, texts[locale].subject],
    [`texts.${locale}.text`, texts[locale].text],
  ]);
  assertKnownVariables(Object.fromEntries(fields), variablesOf(key));
  const kept: MailTexts = {};
  for (const locale of TEXT_LOCALES) {
    const { subject, text } = texts[locale];
    if (!text) continue;
    const own = key && builtInWords(key, locale);
    if (!own || text !== own.text || (subject || own.subject) !== own.subject) kept[locale] = { subject, text };
  }
  return kept;
}
