import type { Translate } from "~/i18n/translate";

/** A type of event in words; one without words yet is shown by its code. */
export function eventWord(t: Translate, type: string): string {
  const key = `desk:audit.type.${type}`;
  const word = t(key);
  return word === key ? type : word;
}
