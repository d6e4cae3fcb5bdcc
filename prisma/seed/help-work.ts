import type { Edit } from "./help-texts";

// What Northwind's editors did after the help centre was there.

/** Later changes, oldest first, `at` hours before now; what is not published waits as a draft. */
export const edits: (Edit & { at: number; by: string; publish: boolean; note?: string })[] = [
  {
    at: 24 * 33,
    by: "ioana",
    locale: "en",
    slug: "update-the-firmware",
    words: "`C90-4.2.1.nwf`",
    becomes: "`C90-4.2.1.nwf` (11 MB)",
    publish: true,
    note: "Name and size of the file for 4.2.1",
  },
  {
    at: 24 * 21,
    by: "nora",
    locale: "en",
    slug: "repair-quotes",
    words: "84 €",
    becomes: "86 €",
    publish: false,
  },
  {
    at: 48,
    by: "nora",
    locale: "en",
    slug: "error-e-17",
    becomes:
      "Version 4.2.2 will keep the old calibration. It is being tested with six customers; whoever has calibrated by then has nothing more to do.",
    publish: true,
    note: "What 4.2.2 will change",
  },
  {
    at: 30,
    by: "nora",
    locale: "it",
    slug: "errore-e-17",
    becomes:
      "La versione 4.2.2 conserverà la vecchia calibrazione. È in prova presso sei clienti; chi per allora ha già calibrato non deve fare altro.",
    publish: true,
    note: "Che cosa cambierà con la 4.2.2",
  },
  {
    at: 28,
    by: "ioana",
    locale: "ro",
    slug: "eroarea-e-17",
    becomes:
      "Versiunea 4.2.2 va păstra vechea calibrare. Este în probă la șase clienți; dacă ați calibrat până atunci, nu mai aveți nimic de făcut.",
    publish: true,
    note: "Ce schimbă 4.2.2",
  },
  {
    at: 26,
    by: "nora",
    locale: "en",
    slug: "electrical-connection",
    words: "Set the protection to the rated current on the plate",
    becomes: "The NW-320 has 37 kW and takes 66 A. Set the protection to the rated current on the plate",
    publish: false,
  },
];

/** Who answers for which articles. */
export const owners: Record<string, string[]> = {
  nora: ["error-e-17", "error-codes-c90", "update-the-firmware", "what-the-warranty-covers", "goodwill-rules"],
  ioana: ["maintenance-plan", "gearbox-oil", "lock-out-before-opening", "delivery-times"],
};

/** Days from now until an article is to be looked over again. */
export const reviewDates = [
  { slug: "goodwill-rules", days: -12 },
  { slug: "delivery-times", days: -3 },
  { slug: "service-contracts", days: 25 },
  { slug: "lock-out-before-opening", days: 190 },
  { slug: "lifting-a-pump", days: 190 },
];

/** Related articles that editors chose themselves. */
export const related: Record<string, string[]> = {
  "error-e-17": ["calibrate-the-flow-sensor", "update-the-firmware", "error-codes-c90"],
  "damage-in-transit": ["missing-or-wrong-parts", "return-a-product", "warranty-of-wear-parts"],
  "pump-loses-pressure": ["pump-does-not-prime", "noise-and-vibration", "replace-the-mechanical-seal"],
};
