/** What a language is called in another one: "inglese" for `en` in Italian; its code where nobody knows a name. */
export const languageName = (locale: string, language: string): string =>
  new Intl.DisplayNames([locale], { type: "language", fallback: "code" }).of(language) ?? language;
