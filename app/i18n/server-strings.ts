import { createContext, useContext } from "react";
import type { Locale } from "./config";
import type { Strings } from "./translate";

/** On the server, every string by language; in the browser, nothing: there `browserStrings` holds the half's own. */
export const ServerStringsContext = createContext<((locale: Locale) => Strings) | null>(null);

export function useServerStrings(locale: Locale): Strings | null {
  return useContext(ServerStringsContext)?.(locale) ?? null;
}
