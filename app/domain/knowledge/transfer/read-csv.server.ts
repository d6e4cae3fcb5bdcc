import { CsvError, parse } from "csv-parse/sync";
import { transferLimits } from "./limits";
import { type Note, problem, TransferProblem } from "./transfer-file";

/**
 * A row of a .csv and the line on which it begins: by its columns' names (lower case, "-" and blanks as "_"), or why it
 * cannot be read.
 */
export type CsvRow = { line: number; values: Record<string, string> } | { line: number; problem: Note };

type CsvRecord = { lastLine: number; cells: string[]; fault?: Note };

/** So many rows are passed over; a file with more of them is no .csv. */
const MOST_FAULTS = 100;
const REQUIRED = ["question", "answer"];
const KNOWN = new Set(
  "locale category question answer keywords audience organizations state slug translation_of source_locale summary kind".split(
    " ",
  ),
);

/** Reads a .csv of FAQs (RFC 4180; commas, semicolons or tabs). A row that cannot be read does not stop the others. */
export function readCsv(text: string): { rows: CsvRow[]; unknown: string[] } {
  if (!text.trim()) throw problem("transfer:error.csvEmpty");
  const [first, ...records] = parseRecords(text, delimiterOf(text));
  if (first?.fault) throw new TransferProblem(first.fault);
  const header = (first?.cells ?? []).map(columnName);
  const missing = REQUIRED.filter((name) => !header.includes(name));
  if (missing.length) throw problem("transfer:error.csvHeader", { columns: missing.join(", ") }, 1);
  const twice = header.find((name, i) => name && header.indexOf(name) !== i);
  if (twice) throw problem("transfer:error.csvColumnTwice", { column: twice }, 1);
  const rows: CsvRow[] = [];
  let line = (first?.lastLine ?? 0) + 1;
  for (const { cells, fault, lastLine } of records) {
    if (fault) rows.push({ line, problem: fault });
    else if (cells.slice(header.length).some((cell) => cell.trim())) {
      const params = { cells: cells.length, columns: header.length };
      rows.push({ line, problem: { code: "transfer:error.csvCells", params } });
    } else if (cells.some((cell) => cell.trim())) {
      const named = header.flatMap((name, c) => (name ? [[name, (cells[c] ?? "").trim()]] : []));
      rows.push({ line, values: Object.fromEntries(named) });
    }
    line = lastLine + 1;
  }
  if (rows.length > transferLimits.rows) throw problem("transfer:error.csvRows", { limit: transferLimits.rows });
  return { rows, unknown: header.filter((name) => name && !KNOWN.has(name)) };
}

/** After a row that cannot be read it goes on in the line below that row's first: where the row ends, nobody can say. */
function parseRecords(text: string, delimiter: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let rest = text;
  let before = 0;
  for (let faults = 0; ; faults++) {
    try {
      parse(rest, {
        delimiter,
        bom: true,
        relax_column_count: true,
        on_record: (cells: string[], { lines }) => {
          records.push({ cells, lastLine: before + lines });
          return null;
        },
      });
      return records;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      const code = error.code === "CSV_QUOTE_NOT_CLOSED" ? "transfer:error.csvQuote" : "transfer:error.csv";
      // The row that cannot be read begins behind the last one that could.
      before = (records.at(-1)?.lastLine ?? 0) + 1;
      if (faults === MOST_FAULTS) throw problem(code, {}, before);
      records.push({ cells: [], fault: { code, line: before }, lastLine: before });
      rest = text
        .split(/\r\n|\r|\n/)
        .slice(before)
        .join("\n");
    }
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
