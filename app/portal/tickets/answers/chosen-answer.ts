import { z } from "zod";
import type { FoundAnswer } from "~/domain/search/found-answer";
import { LOCALES } from "~/i18n/config";

/** Which answer a button is about, as its value. */
export const answerValue = ({ articleId, locale, kind, slug }: FoundAnswer): string =>
  [articleId, locale, kind, slug].join(" ");

const VALUE = /^(?<articleId>[\da-f-]{36}) (?<locale>[a-z]{2}) (?<kind>article|faq) (?<slug>[^\s/]+)$/;

/** The same read back, with what had been typed. */
export const chosenAnswer = z.object({
  answer: z
    .string({ error: "common:error.invalid" })
    .transform((value) => ({ ...VALUE.exec(value)?.groups }))
    .pipe(
      z.object({ articleId: z.uuid(), locale: z.enum(LOCALES), kind: z.enum(["article", "faq"]), slug: z.string() }),
    ),
  query: z.string().default(""),
});
