/** Characters of one text that are searched; what follows in a longer one is data more than words. */
export const INDEXED_LENGTH = 30_000;

/** The beginning of a long text, up to a word's end where one is near; never half of a surrogate pair. */
export function cutText(text: string, length = INDEXED_LENGTH): string {
  if (text.length <= length) return text;
  const start = text.slice(0, length);
  const space = start.search(/\s\S*$/);
  return (space > length - 100 ? start.slice(0, space) : start).replace(/[\uD800-\uDBFF]$/, "");
}

/** The language whose word forms a text is indexed by: its own, or English where that is not one of ours. */
export const indexedLocale = (locale: string | null): "en" | "it" | "ro" | "ru" =>
  locale === "it" || locale === "ro" || locale === "ru" ? locale : "en";
