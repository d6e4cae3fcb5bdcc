import { type FactCatalogue, kindOf, OPERATORS } from "~/lib/conditions/schema";
import { BLOCKS, type Block, type RawCondition, type RawConditions, readConditions } from "./read-conditions";

/** A row as the catalogue can show it: an operator that its fact does not know becomes the first it knows. */
export function fittingRow(row: RawCondition, catalogue: FactCatalogue): RawCondition {
  const kind = kindOf(catalogue, row.fact);
  if (!kind || (OPERATORS[kind] as readonly string[]).includes(row.op)) return row;
  return { ...row, op: OPERATORS[kind][0], values: [] };
}

/** The row that "Add a condition" begins with. */
export function newRow(catalogue: FactCatalogue): RawCondition {
  const fact = Object.keys(catalogue)[0] ?? "";
  return fittingRow({ fact, op: "", values: [] }, catalogue);
}

/**
 * The conditions after one of the builder's own buttons was pressed (`<name>.edit` = `add.all`, `remove.any.2`,
 * `refresh`), to be shown again and not saved; null when the form was sent by another button.
 */
export function editConditions(form: FormData, name: string, catalogue: FactCatalogue): RawConditions | null {
  const pressed = form.get(`${name}.edit`);
  if (typeof pressed !== "string") return null;
  const [act, block, at] = pressed.split(".");
  const raw = readConditions(form, name);
  const edited = Object.fromEntries(
    BLOCKS.map((b) => [b, raw[b].map((row) => fittingRow(row, catalogue))]),
  ) as RawConditions;
  if (!isBlock(block)) return edited;
  if (act === "add") edited[block] = [...edited[block], newRow(catalogue)];
  if (act === "remove") edited[block] = edited[block].filter((_, i) => i !== Number(at));
  return edited;
}

const isBlock = (text: string | undefined): text is Block => (BLOCKS as readonly (string | undefined)[]).includes(text);
