import { z } from "zod";
import { storableLines } from "./internal/storable-text";

export const NEWS_LOCALES = ["en", "it", "ro", "ru"] as const;
export type NewsLocale = (typeof NEWS_LOCALES)[number];

export const MAX_NEWS_TITLE = 160;
export const MAX_NEWS_TEXT = 20_000;

const written = (most: number) =>
  z.string().transform(storableLines).pipe(z.string().trim().max(most, "common:error.tooLong")).default("");
const title = written(MAX_NEWS_TITLE);
const markdown = written(MAX_NEWS_TEXT);
const each = <S extends z.ZodType>(schema: S) => z.object({ en: schema, it: schema, ro: schema, ru: schema });

/** News or a known problem in up to four languages; a language counts when it has a title. */
export const newsForm = z
  .object({
    kind: z.enum(["news", "problem"], "common:error.invalid").default("news"),
    topicId: z.uuid("common:error.invalid").nullable().default(null),
    audience: z.enum(["public", "customers", "organizations", "agents"], "common:error.invalid").default("public"),
    organizationIds: z.array(z.uuid("common:error.invalid")).max(200).default([]),
    titles: each(title),
    texts: each(markdown),
  })
  .superRefine(({ titles, texts, audience, organizationIds }, issues) => {
    const say = (name: string, message: string) =>
      issues.addIssue({ code: "custom", path: name.split("."), message, input: null });
    if (NEWS_LOCALES.every((locale) => !titles[locale])) say("titles.en", "common:error.required");
    for (const locale of NEWS_LOCALES)
      if (texts[locale] && !titles[locale] && NEWS_LOCALES.some((other) => titles[other]))
        say(`titles.${locale}`, "common:error.required");
    if (audience === "organizations" && organizationIds.length === 0) say("organizationIds", "common:error.required");
  });
export type NewsForm = z.output<typeof newsForm>;

/** The revision that a change began from, or that was read before publication. */
export const seenNewsRevision = z.coerce
  .number("common:error.invalid")
  .int()
  .min(1)
  .max(2 ** 31 - 1);

/** What happened since, in up to four languages. */
export const newsUpdateForm = z.object({ texts: each(markdown) }).superRefine(({ texts }, issues) => {
  if (NEWS_LOCALES.every((locale) => !texts[locale]))
    issues.addIssue({ code: "custom", path: ["texts", "en"], message: "common:error.required", input: null });
});
export type NewsUpdateForm = z.output<typeof newsUpdateForm>;

/** The language in which something was written first: English if it is there, else the first that is. */
export const firstLocale = (words: Readonly<Record<NewsLocale, string>>): NewsLocale =>
  NEWS_LOCALES.find((locale) => words[locale]) ?? "en";
