import { CsvError, parse } from "csv-parse/sync";
import { transferLimits } from "./limits";
import { problem } from "./transfer-file";

/** A row of a .csv by its columns' names (lower case, "-" and blanks as "_"), and the line on which it begins. */
export type CsvRow = { line: number; values: Record<string, string> };

type CsvRecord = { cells: string[]; lastLine: number };

const REQUIRED = ["question", "answer"];
const KNOWN = new Set(
  "locale category question answer keywords audience organizations state slug translation_of source_locale summary kind".split(
    " ",
  ),
);

/** Reads a .csv of FAQs (RFC 4180; commas, semicolons or tabs). Errors name the line. */
export function readCsv(text: string): { rows: CsvRow[]; unknown: string[] } {
  if (!text.trim()) throw problem("transfer:error.csvEmpty");
  const records = parseRecords(text, delimiterOf(text));
  const header = (records[0]?.cells ?? []).map(columnName);
  const missing = REQUIRED.filter((name) => !header.includes(name));
  if (missing.length) throw problem("transfer:error.csvHeader", { columns: missing.join(", ") }, 1);
  const twice = header.find((name, i) => name && header.indexOf(name) !== i);
  if (twice) throw problem("transfer:error.csvColumnTwice", { column: twice }, 1);
  const rows: CsvRow[] = [];
  let line = 1;
  for (const [i, { cells, lastLine }] of records.entries()) {
    if (i && cells.some((cell) => cell.trim())) {
      if (cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim()))
        throw problem("transfer:error.csvCells", { cells: cells.length, columns: header.length }, line);
      rows.push({
        line,
        values: Object.fromEntries(header.flatMap((name, c) => (name ? [[name, (cells[c] ?? "").trim()]] : []))),
      });
    }
    line = lastLine + 1;
  }
  if (rows.length > transferLimits.rows) throw problem("transfer:error.csvRows", { limit: transferLimits.rows });
  return { rows, unknown: header.filter((name) => name && !KNOWN.has(name)) };
}

function parseRecords(text: string, delimiter: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  try {
    parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      on_record: (cells: string[], { lines }) => {
        records.push({ cells, lastLine: lines });
        return null;
      },
    });
    return records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The row that cannot be read begins behind the last one that could.
    const code = error.code === "CSV_QUOTE_NOT_CLOSED" ? "transfer:error.csvQuote" : "transfer:error.csv";
    throw problem(code, {}, (records.at(-1)?.lastLine ?? 0) + 1);
  }
}

/** Whichever stands most often in the first line, outside quotes. */
function delimiterOf(text: string): string {
  const first = text.slice(0, text.indexOf("\n") + 1 || undefined).replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t"].map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).sign;
}

const columnName = (cell: string): string =>
  cell
    .trim()
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
