import { isLocale, type Locale } from "~/i18n/config";

/** Pages of the help centre come as documents of their own and stay without React in the browser. */
export const isHelpPath = (path: string): boolean => /^\/help(\/|$|\.data)/.test(path);

/** The language that an address of the help centre carries; null for every other address. */
export function helpLocale(path: string): Locale | null {
  const [, lang] = /^\/help\/([a-z]{2})(?:\/|$|\.data)/.exec(path) ?? [];
  return isLocale(lang) ? lang : null;
}
