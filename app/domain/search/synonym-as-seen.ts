/** What a form brings back of the group that it was drawn with. */
export const synonymAsSeen = ({ locale, words }: { locale: string; words: readonly string[] }): string =>
  [locale, ...words].join(",");
