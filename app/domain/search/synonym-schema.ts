import { z } from "zod";

const LONGEST_WORD = 60;
const MOST_WORDS = 12;

/** Typed words, separated by commas: lower case, each once. */
const words = z
  .string()
  .transform((text) => [
    ...new Set(
      text
        .split(/[,;\n]/u)
        .map((word) => word.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim())
        .filter(Boolean),
    ),
  ])
  .pipe(z.array(z.string().max(LONGEST_WORD)).min(2, { error: "search:error.fewWords" }).max(MOST_WORDS));

/** Words of one language that mean the same; `id` when a group is changed, with what it said when the form was drawn. */
export const synonymForm = z.object({
  id: z.uuid().optional(),
  seen: z.string().max(1_000).optional(),
  locale: z.enum(["en", "it", "ro", "ru"]),
  words,
});
export type SynonymForm = z.output<typeof synonymForm>;
