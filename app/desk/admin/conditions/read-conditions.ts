import { OPERATORS_WITHOUT_VALUES } from "~/lib/conditions/schema";

export const BLOCKS = ["all", "any", "none"] as const;
export type Block = (typeof BLOCKS)[number];

/** A condition as it was typed: nothing is checked yet. */
export type RawCondition = { fact: string; op: string; values: string[] };
export type RawConditions = Record<Block, RawCondition[]>;

/** A posted form, or the typed texts that a refused one gives back, several values of a name joined by commas. */
type Typed = FormData | Readonly<Record<string, string>>;

const MOST_ROWS = 100;

/**
 * What was typed into `<ConditionFields name>`, row by row: `name.all.0.fact`, `.op`, `.values` (chosen), `.text`
 * (typed, one per line or between commas). The schema of the facts says whether it will do.
 */
export function readConditions(form: Typed, name: string): RawConditions {
  const read = (block: Block) => {
    const rows: RawCondition[] = [];
    for (let i = 0; i < MOST_ROWS; i++) {
      const row = `${name}.${block}.${i}`;
      const [fact] = all(form, `${row}.fact`);
      if (fact === undefined) continue;
      const op = all(form, `${row}.op`)[0] ?? "";
      const typed = all(form, `${row}.text`).flatMap((text) => text.split(/[\n,;]/));
      const values = [...all(form, `${row}.values`), ...typed].map((value) => value.trim()).filter(Boolean);
      const without = (OPERATORS_WITHOUT_VALUES as readonly string[]).includes(op);
      rows.push({ fact, op, values: without ? [] : [...new Set(values)] });
    }
    return rows;
  };
  return { all: read("all"), any: read("any"), none: read("none") };
}

function all(form: Typed, name: string): string[] {
  if (form instanceof FormData) return form.getAll(name).filter((value) => typeof value === "string");
  const text = form[name];
  return text === undefined ? [] : name.endsWith(".values") ? text.split(",") : [text];
}
