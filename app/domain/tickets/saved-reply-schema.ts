import { z } from "zod";

export const REPLY_LANGUAGES = ["en", "it", "ro", "ru"] as const;
export type ReplyTexts = Record<(typeof REPLY_LANGUAGES)[number], string>;

export const MAX_REPLY_NAME = 100;
export const MAX_REPLY_TEXT = 20_000;
export const MAX_REPLY_FILES = 10;

const words = z.string().max(MAX_REPLY_TEXT, "common:error.tooLong").default("");
const ids = z.array(z.uuid("common:error.invalid")).max(50).default([]);

/** A saved reply as it is typed. `kept` are files that it has already, `files` are new uploads. */
export const savedReplyForm = z.object({
  name: z
    .string({ error: "common:error.required" })
    .trim()
    .min(1, "common:error.required")
    .max(MAX_REPLY_NAME, "common:error.tooLong"),
  shared: z.boolean().default(false),
  queueIds: ids,
  texts: z.object({ en: words, it: words, ro: words, ru: words }),
  kept: ids,
  files: ids,
});
export type SavedReplyForm = z.output<typeof savedReplyForm>;

const stored = z.partialRecord(z.enum(REPLY_LANGUAGES), z.string()).catch({});

/** The texts of a row; a language without one is empty. */
export function readReplyTexts(json: unknown): ReplyTexts {
  const texts = stored.parse(json);
  return { en: texts.en ?? "", it: texts.it ?? "", ro: texts.ro ?? "", ru: texts.ru ?? "" };
}

/** The text in the first of the languages that has one, then in English, then in any; and which it is. */
export function textFor(texts: ReplyTexts, wanted: readonly (string | null)[]): { text: string; locale: string } {
  const order = [...wanted, ...REPLY_LANGUAGES];
  const found = REPLY_LANGUAGES.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)).find((l) => texts[l].trim());
  return { text: found ? texts[found] : "", locale: found ?? "en" };
}
