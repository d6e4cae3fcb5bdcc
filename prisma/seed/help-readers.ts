import type { Locale } from "~/i18n/config";

// What readers of Northwind's help centre looked for, opened and said.

/** Views on a working day of what is read most, by the address of its English text; the others have one to four. */
export const popular: Record<string, number> = {
  "error-e-17": 16,
  "track-a-delivery": 13,
  "error-codes-c90": 11,
  "damage-in-transit": 9,
  "when-the-refund-arrives": 9,
  "what-the-warranty-covers": 8,
  "replace-the-mechanical-seal": 8,
  "change-the-delivery-address": 7,
  "pump-loses-pressure": 7,
  "forgot-my-password": 6,
  "maintenance-plan": 6,
  "order-spare-parts": 6,
  "first-start": 5,
  "torque-m12-px-40": 5,
  "motor-trips-the-breaker": 5,
};

/** Searches on the portal: `found` documents, `opens` the slug of what was opened most of the times. */
export type SeedSearch = { locale: Locale; query: string; times: number; found: number; opens?: string };

export const searches: SeedSearch[] = [
  { locale: "en", query: "e-17", times: 23, found: 6, opens: "error-e-17" },
  { locale: "en", query: "tracking", times: 17, found: 4, opens: "track-a-delivery" },
  { locale: "en", query: "refund", times: 12, found: 5, opens: "when-the-refund-arrives" },
  { locale: "en", query: "seal leaking", times: 11, found: 7, opens: "replace-the-mechanical-seal" },
  { locale: "en", query: "change delivery address", times: 10, found: 3, opens: "change-the-delivery-address" },
  { locale: "en", query: "torque m12", times: 9, found: 2, opens: "bolt-torques" },
  { locale: "en", query: "warranty seals", times: 8, found: 4, opens: "what-the-warranty-covers" },
  { locale: "en", query: "noise gearbox", times: 7, found: 3, opens: "noise-and-vibration" },
  { locale: "en", query: "modbus", times: 6, found: 1, opens: "read-operating-hours" },
  { locale: "en", query: "invoice copy", times: 6, found: 3, opens: "find-and-read-an-invoice" },
  { locale: "en", query: "3d model step file", times: 9, found: 0 },
  { locale: "en", query: "performance curve px-40", times: 8, found: 0 },
  { locale: "en", query: "ce declaration of conformity", times: 6, found: 0 },
  { locale: "en", query: "paint colour ral", times: 4, found: 0 },
  { locale: "en", query: "profinet", times: 5, found: 0 },
  { locale: "en", query: "drinking water approval", times: 4, found: 2 },
  { locale: "en", query: "second user", times: 5, found: 3 },
  { locale: "en", query: "diaphragm d-12", times: 3, found: 1 },
  { locale: "it", query: "e-17", times: 14, found: 2, opens: "errore-e-17" },
  { locale: "it", query: "rimborso", times: 7, found: 2, opens: "quanto-tempo-richiede-un-rimborso" },
  { locale: "it", query: "ricambi", times: 9, found: 3, opens: "ordinare-ricambi" },
  { locale: "it", query: "partita iva", times: 6, found: 1, opens: "partita-iva-errata" },
  { locale: "it", query: "curva di prestazione", times: 5, found: 0 },
  { locale: "it", query: "dichiarazione di conformita", times: 4, found: 0 },
  { locale: "it", query: "giunto elastico", times: 4, found: 2 },
  { locale: "it", query: "allineamento", times: 3, found: 2 },
  { locale: "ro", query: "garantie", times: 8, found: 3, opens: "ce-acopera-garantia" },
  { locale: "ro", query: "revizie", times: 6, found: 2, opens: "planul-de-intretinere" },
  { locale: "ro", query: "urmarire colet", times: 5, found: 1, opens: "urmarirea-unei-livrari" },
  { locale: "ro", query: "declaratie de conformitate", times: 4, found: 0 },
  { locale: "ro", query: "instruire operatori", times: 3, found: 0 },
  { locale: "ru", query: "e-17", times: 9, found: 2, opens: "oshibka-e-17" },
  { locale: "ru", query: "давление", times: 8, found: 4, opens: "nasos-teryaet-davlenie" },
  { locale: "ru", query: "запчасти", times: 6, found: 2, opens: "zakaz-zapchastey" },
  { locale: "ru", query: "сертификат калибровки", times: 5, found: 0 },
  { locale: "ru", query: "таможня", times: 3, found: 0 },
  { locale: "ru", query: "зимняя эксплуатация", times: 3, found: 2 },
];

/** Searches on the desk, of whatever kind. */
export const deskSearches: SeedSearch[] = [
  { locale: "en", query: "from:marchetti.example", times: 4, found: 5 },
  { locale: "en", query: "housing is:open", times: 3, found: 2 },
  { locale: "en", query: "e-17", times: 6, found: 9 },
  { locale: "it", query: "fattura 2026-0417", times: 3, found: 4 },
];

/** A vote with its words; `by` a customer, else a guest. */
export type SeedComment = {
  slug: string;
  locale: Locale;
  at: number;
  by?: string;
  reason: "not_found" | "unclear" | "wrong" | "outdated" | "other";
  comment: string;
  done?: boolean;
};

export const comments: SeedComment[] = [
  {
    slug: "replace-the-mechanical-seal",
    locale: "en",
    at: 31,
    by: "james",
    reason: "unclear",
    comment: "Which way does the nut turn on the NW-240? The text only says “from PX-40 up”.",
  },
  {
    slug: "electrical-connection",
    locale: "en",
    at: 96,
    reason: "not_found",
    comment: "The NW-320 is missing in the table of currents.",
  },
  {
    slug: "delivery-times",
    locale: "en",
    at: 160,
    by: "hana",
    reason: "outdated",
    comment: "Sea freight to Osaka took eight weeks, not six.",
  },
  {
    slug: "bolt-torques",
    locale: "en",
    at: 210,
    reason: "not_found",
    comment: "Values for A4-80 would help, all our bolts are A4-80.",
  },
  {
    slug: "statement-of-account",
    locale: "en",
    at: 500,
    by: "maximilian",
    reason: "other",
    comment: "A download without opening a ticket would be easier.",
    done: true,
  },
  {
    slug: "errore-e-17",
    locale: "it",
    at: 20,
    by: "luca",
    reason: "wrong",
    comment: "Con la 4.2.1 la voce è la 8, non la 7.",
  },
  {
    slug: "ordinare-ricambi",
    locale: "it",
    at: 260,
    by: "paolo",
    reason: "not_found",
    comment: "Manca il codice del giunto per la PX-40 del 2023.",
  },
  {
    slug: "planul-de-intretinere",
    locale: "ro",
    at: 140,
    by: "ion",
    reason: "unclear",
    comment: "Nu este clar cine face revizia de 4.000 de ore dacă avem contract.",
  },
  {
    slug: "nasos-teryaet-davlenie",
    locale: "ru",
    at: 9,
    by: "oleg",
    reason: "not_found",
    comment: "Не хватает моментов затяжки для ремкомплекта V-12.",
  },
];
