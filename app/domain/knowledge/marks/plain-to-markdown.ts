/**
 * A plain text as Markdown that reads the same: signs that would mean something are escaped, lists and blank lines stay,
 * and a line that ends early ends early.
 */
export function plainToMarkdown(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").trim().split("\n").map(escapeLine);
  return lines.map((line, i) => (breaksAfter(line, lines[i + 1]) ? `${line}\\` : line)).join("\n");
}

const ITEM = /^\s*(?:[-+•]|\d{1,3}[.)])\s/;

const escapeLine = (line: string): string =>
  line
    .trimEnd()
    .replace(/[\\`*_~<]/g, "\\$&")
    .replace(/^(\s*)([#>|])/, "$1\\$2")
    .replace(/^\s*•\s*/, "- ");

function breaksAfter(line: string, next: string | undefined): boolean {
  return Boolean(line) && Boolean(next) && !ITEM.test(next ?? "");
}
