import { z } from "zod";

export const TEXT_LOCALES = ["en", "it", "ro", "ru"] as const;
export type TextLocale = (typeof TEXT_LOCALES)[number];

export const MAX_WORDS_SUBJECT = 200;
export const MAX_WORDS = 10_000;
export const MAX_TEXT_NAME = 80;

/** Subject and text with variables, in one language. */
export type MailWords = { subject: string; text: string };
export type MailTexts = Partial<Record<TextLocale, MailWords>>;

const words = z
  .object({
    subject: z
      .string()
      .transform((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim())
      .pipe(z.string().max(MAX_WORDS_SUBJECT, "common:error.tooLong"))
      .default(""),
    text: z
      .string()
      .transform((text) => text.replace(/\r\n?/g, "\n").trim())
      .pipe(z.string().max(MAX_WORDS, "common:error.tooLong"))
      .default(""),
  })
  .refine(({ subject, text }) => !subject || text, { error: "common:error.required", path: ["text"] });

const empty = { subject: "", text: "" };
const texts = z.object({
  en: words.default(empty),
  it: words.default(empty),
  ro: words.default(empty),
  ru: words.default(empty),
});

/** A built-in text as an administrator words it. `base` is the version that was on screen. */
export const mailTextForm = z.object({ base: z.string().max(40).default(""), texts });

/** One of the company's own: English stands in for languages without words. */
export const ownTextForm = mailTextForm.extend({
  name: z
    .string({ error: "common:error.required" })
    .trim()
    .min(1, "common:error.required")
    .max(MAX_TEXT_NAME, "common:error.tooLong"),
  texts: texts.refine(({ en }) => en.text, { error: "common:error.required", path: ["en", "text"] }),
});

export type MailTextForm = z.output<typeof mailTextForm>;
export type OwnTextForm = z.output<typeof ownTextForm>;

const stored = z.partialRecord(z.enum(TEXT_LOCALES), z.object({ subject: z.string(), text: z.string() }));

/** The languages of a stored text that have words of their own; what cannot be read counts as none. */
export const readTexts = (value: unknown): MailTexts => stored.safeParse(value).data ?? {};
