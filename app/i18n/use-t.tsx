import { createContext, type ReactNode, useContext } from "react";
import type { Half, Locale } from "./config";
import { type Strings, translate, type Translate } from "./translate";

type Value = { locale: Locale; timeZone: string; half: Half; t: Translate };
const I18n = createContext<Value | null>(null);

type Props = { locale: Locale; timeZone: string; half: Half; strings: Strings; children: ReactNode };

/** Gives the page its words. On the server `strings` holds everything, in the browser what its half needs. */
export function I18nProvider({ locale, timeZone, half, strings, children }: Props) {
  const t: Translate = (key, params) => translate(strings, locale, key, params);
  return <I18n.Provider value={{ locale, timeZone, half, t }}>{children}</I18n.Provider>;
}

export function useI18n(): Value {
  const value = useContext(I18n);
  if (!value) throw new Error("I18nProvider is missing");
  return value;
}

export const useT = (): Translate => useI18n().t;
