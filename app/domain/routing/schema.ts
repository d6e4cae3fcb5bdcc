import { z } from "zod";

export const ASSIGNMENTS = ["manual", "round_robin", "least_loaded", "best_match"] as const;
/** How a queue treats a fact of the ticket that agents may fit. */
export const FITS = ["ignore", "prefer", "require"] as const;
/** A thousand hours of work. */
const MAX_IDLE_MINUTES = 60_000;

const LOCALES = ["en", "it", "ro", "ru"] as const;
const name = z
  .string({ error: "common:error.required" })
  .trim()
  .min(1, "common:error.required")
  .max(80, "common:error.tooLong");
const words = (max: number) => z.string().trim().max(max, "common:error.tooLong").default("");
const id = z.uuid("common:error.invalid");

/** The English words are always there; a language without its own takes them. */
export const translatedName = z.object({ en: name, it: words(80), ro: words(80), ru: words(80) });
export const translatedHint = z.object({ en: words(300), it: words(300), ro: words(300), ru: words(300) });
export type Translated = z.output<typeof translatedHint>;

/** The words in the reader's language, else the English ones. */
export function inLanguage(text: unknown, locale: string): string {
  const parsed = (text ?? {}) as Partial<Record<string, string>>;
  return parsed[locale] || parsed.en || "";
}

export const queueForm = z.object({
  name,
  assignment: z.enum(ASSIGNMENTS, "common:error.invalid").default("manual"),
  locale: z.enum(LOCALES).default("en"),
  sendMode: z.enum(["wait", "keep_open", "solve"]).default("wait"),
  /** A mail tells the requester that the ticket has arrived. */
  receipt: z.boolean().default(true),
  signature: words(2_000),
  /** The customer's last agent comes first when free. */
  lastAgent: z.boolean().default(true),
  languageFit: z.enum(FITS, "common:error.invalid").default("prefer"),
  regionFit: z.enum(FITS, "common:error.invalid").default("ignore"),
  /** Working minutes after which an untouched ticket goes back to the queue; null never. */
  idleMinutes: z
    .int("agents:error.idle")
    .min(1, "agents:error.idle")
    .max(MAX_IDLE_MINUTES, "agents:error.idle")
    .nullable()
    .default(null),
  /** Whose members work here. */
  teamId: id.nullable().default(null),
});
export type QueueForm = z.output<typeof queueForm>;

const MAX_ADDRESS_TAGS = 20;
const tags = z.preprocess(
  (typed) => (typeof typed === "string" ? typed.split(",").map((tag) => tag.trim()) : (typed ?? [])),
  z
    .array(z.string().trim().max(40, "common:error.tooLong"))
    .transform((names) => [...new Set(names.filter(Boolean))])
    .pipe(z.array(z.string()).max(MAX_ADDRESS_TAGS, "common:error.tooLong")),
);

/** An address with what tickets by mail to it start with; null and empty follow the queue. */
export const queueAddressForm = z.object({
  queueId: id,
  address: z.string({ error: "common:error.email" }).trim().min(3, "common:error.email").max(254),
  name: words(80),
  locale: z.enum(LOCALES, "common:error.invalid").nullable().default(null),
  priority: z.enum(["urgent", "high", "normal", "low"], "common:error.invalid").nullable().default(null),
  typeId: id.nullable().default(null),
  tags,
  /** The first mail is answered as the queue says, with nothing, or with an own text (its id). */
  answer: z.union([z.enum(["queue", "none"]), id], "common:error.invalid").default("queue"),
  /** In place of the queue's below answers to mail that came here. */
  signature: words(2_000),
});
export type QueueAddressForm = z.output<typeof queueAddressForm>;

export const requestTypeForm = z.object({
  queueId: id,
  name: translatedName,
  hint: translatedHint,
  priority: z.enum(["urgent", "high", "normal", "low"]).default("normal"),
});
export type RequestTypeForm = z.output<typeof requestTypeForm>;
