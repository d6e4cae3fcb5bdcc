import { z } from "zod";

export const LANGUAGES = ["en", "it", "ro", "ru"] as const;
export const MAX_CAPACITY = 1000;
export const MAX_LEVEL = 5;

const MAX_REGIONS = 30;
const tidy = (word: string) => word.replace(/\s+/g, " ").trim();

/** "Piemonte, Lombardia" as its words, each once whatever its case. */
const regions = z
  .string()
  .default("")
  .transform((text) => {
    const words = text
      .split(/[,;\n]/)
      .map(tidy)
      .filter(Boolean);
    return [...new Map(words.map((word) => [word.toLowerCase(), word])).values()];
  })
  .pipe(z.array(z.string().max(60, "agents:error.region")).max(MAX_REGIONS, "agents:error.regions"));

/** "32.50" or "32,5" as minor units of the company's currency. */
const money = z
  .string()
  .default("0")
  .transform((text) => tidy(text).replace(",", "."))
  .pipe(z.string().regex(/^\d{1,6}(\.\d{1,2})?$/, "agents:error.rate"))
  .transform((text) => Math.round(Number(text) * 100));

export const profileForm = z.object({
  /** Places for work in hand. */
  capacity: z.coerce
    .number("agents:error.capacity")
    .int("agents:error.capacity")
    .min(0, "agents:error.capacity")
    .max(MAX_CAPACITY, "agents:error.capacity"),
  /** Empty takes the person's own language. */
  languages: z
    .array(z.enum(LANGUAGES, "common:error.invalid"))
    .max(LANGUAGES.length, "common:error.invalid")
    .default([]),
  regions,
  /** Own hours; null takes the team's, else the company's. */
  calendarId: z.uuid("common:error.invalid").nullable().default(null),
  hourlyRate: money,
  /** Level by skill, 1 to 5; 0 is none. Skills not named stay as they are. */
  skills: z
    .record(
      z.uuid("common:error.invalid"),
      z.coerce
        .number("agents:error.level")
        .int("agents:error.level")
        .min(0, "agents:error.level")
        .max(MAX_LEVEL, "agents:error.level"),
    )
    .default({}),
  /** The mark of the profile as the form showed it. */
  mark: z.string().max(40).optional(),
});
export type ProfileForm = z.output<typeof profileForm>;

const places = z.coerce
  .number("agents:error.places")
  .int("agents:error.places")
  .min(1, "agents:error.places")
  .max(100, "agents:error.places");

/** Places that a ticket of each priority takes. */
export const weightsForm = z.object({ urgent: places, high: places, normal: places, low: places });
export type PriorityWeights = z.output<typeof weightsForm>;

export const skillForm = z.object({
  name: z
    .string({ error: "common:error.required" })
    .transform(tidy)
    .pipe(z.string().min(1, "common:error.required").max(80, "common:error.tooLong")),
});
