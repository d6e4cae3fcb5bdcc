import { z } from "zod";
import { AUDIENCES, KINDS } from "../schema";
import { readYaml } from "./read-yaml.server";
import { type Note, problem } from "./transfer-file";

const STATES = ["published", "draft"] as const;

/** A plain scalar may look like a number or a truth value in YAML. */
const word = z.union([z.string(), z.number(), z.boolean()]).transform((value) => String(value).trim());
const words = z.union([z.array(word), word.transform((list) => list.split(","))]).transform(trimAll);
const day = z
  .string()
  .trim()
  .regex(/^\d{4}-\d{2}-\d{2}(?:[T ].*)?$/)
  .transform((text) => text.slice(0, 10))
  .refine(isDay);

const shape = {
  title: word.pipe(z.string().min(1)),
  slug: word,
  locale: word,
  kind: z.enum(KINDS),
  summary: word,
  keywords: words,
  audience: z.enum(AUDIENCES),
  organizations: words,
  state: z.enum(STATES),
  translationOf: word,
  sourceLocale: word,
  position: z.number().int().min(0).max(1_000_000),
  reviewBy: day,
  updated: day,
};
const schema = z.object(shape).partial();
export type FrontMatter = z.output<typeof schema>;

/** A Markdown file in two: what stands between the first two lines of "---", and the text with its first line's number. */
export function splitFrontMatter(text: string): { yaml: string | null; body: string; bodyLine: number } {
  const match = /^---[ \t]*\n([\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  if (!match) {
    if (/^---[ \t]*\n[ \t]*\w+:/.test(text)) throw problem("transfer:error.frontMatterOpen", {}, 1);
    return { yaml: null, body: text, bodyLine: 1 };
  }
  return { yaml: match[1] ?? "", body: text.slice(match[0].length), bodyLine: match[0].split("\n").length };
}

/** The checked values of a front matter that begins on the file's second line; unknown keys are said. */
export function readFrontMatter(yaml: string): { values: FrontMatter; notes: Note[] } {
  const data = readYaml(yaml, 2) ?? {};
  if (typeof data !== "object" || Array.isArray(data)) throw problem("transfer:error.frontMatter", {}, 2);
  const given = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null && value !== ""));
  const lineOf = (key: string) =>
    2 +
    Math.max(
      0,
      yaml.split("\n").findIndex((line) => line.startsWith(`${key}:`)),
    );
  const result = schema.safeParse(given);
  if (!result.success) {
    const key = String(result.error.issues[0]?.path[0] ?? "");
    throw problem("transfer:error.value", { key, value: String(given[key]).slice(0, 100) }, lineOf(key));
  }
  const unknown = Object.keys(given).filter((key) => !(key in shape));
  return {
    values: result.data,
    notes: unknown.map((key) => ({
      code: "transfer:warning.unknownKey",
      params: { key: key.slice(0, 60) },
      line: lineOf(key),
    })),
  };
}

function trimAll(list: string[]): string[] {
  return [...new Set(list.map((item) => item.trim()).filter(Boolean))];
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
