import { familyOf, nameInFamily, OPERATORS_WITHOUT_VALUES, PATTERN_OPERATORS } from "~/lib/conditions/schema";

export const BLOCKS = ["all", "any", "none"] as const;
export type Block = (typeof BLOCKS)[number];

/** A condition as it was typed: nothing is checked yet. */
export type RawCondition = { fact: string; op: string; values: string[] };
export type RawConditions = Record<Block, RawCondition[]>;

/** A posted form, or the typed texts that a refused one gives back, several values of a name joined by commas. */
type Typed = FormData | Readonly<Record<string, string>>;

const MOST_ROWS = 100;

/**
 * What was typed into `<ConditionFields name>`, row by row: `name.all.0.fact`, `.name` (of a header), `.op`, `.values`
 * (chosen), `.text` (typed, one per line or between commas), `.pattern`, `.number`. The schema of the facts says whether
 * it will do.
 */
export function readConditions(form: Typed, name: string): RawConditions {
  const read = (block: Block) => {
    const rows: RawCondition[] = [];
    for (let i = 0; i < MOST_ROWS; i++) {
      const row = `${name}.${block}.${i}`;
      const [fact] = all(form, `${row}.fact`);
      if (fact === undefined) continue;
      const op = all(form, `${row}.op`)[0] ?? "";
      rows.push({ fact: named(fact, all(form, `${row}.name`)[0]), op, values: [...new Set(valuesOf(form, row, op))] });
    }
    return rows;
  };
  return { all: read("all"), any: read("any"), none: read("none") };
}

/** The fact of a family with the name that was typed beside it. */
function named(fact: string, typed: string | undefined): string {
  const family = familyOf(fact);
  if (!family) return fact;
  const name = (typed ?? nameInFamily(fact)).trim().toLowerCase();
  return `${family.slice(0, -1)}${name || "*"}`;
}

function valuesOf(form: Typed, row: string, op: string): string[] {
  if (isOne(OPERATORS_WITHOUT_VALUES, op)) return [];
  const text = all(form, `${row}.text`);
  const pattern = all(form, `${row}.pattern`);
  // A pattern is one value, commas and all; without JavaScript it may have been typed into the field for values.
  const typed = isOne(PATTERN_OPERATORS, op)
    ? [...pattern, ...text].slice(0, 1)
    : [...text, ...pattern].flatMap((typed) => typed.split(/[\n,;]/));
  const values = [...all(form, `${row}.values`), ...all(form, `${row}.number`), ...typed];
  return values.map((value) => value.trim()).filter(Boolean);
}

const isOne = (operators: readonly string[], op: string): boolean => operators.includes(op);

function all(form: Typed, name: string): string[] {
  if (form instanceof FormData) return form.getAll(name).filter((value) => typeof value === "string");
  const text = form[name];
  return text === undefined ? [] : name.endsWith(".values") ? text.split(",") : [text];
}
