/**
 * A plain text as Markdown that reads the same: signs that would mean something are escaped, lists and blank lines stay,
 * and a line that ends early ends early.
 */
export function plainToMarkdown(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").trim().split("\n").map(escapeLine);
  let inList = false;
  return lines
    .map((line, i) => {
      const next = lines[i + 1];
      inList = Boolean(line) && (inList || ITEM.test(line));
      return line && next && !beginsItem(next, inList) ? `${line}\\` : line;
    })
    .join("\n");
}

const ITEM = /^\s*(?:[-+]|\d{1,3}[.)])\s/;
/** In the middle of a paragraph a list begins with a bullet or the number one (CommonMark 0.31, 5.2). */
const FIRST_ITEM = /^\s*(?:[-+]|1[.)])\s/;
/** Deeper lines would be code. */
const MOST_INDENT = 3;
/** Underlines of headings, rows under a table's head, rules, and items without words. */
const ONLY_SIGNS = /^(?:[-=:|+\s]+|\d+[.)])$/;

const beginsItem = (line: string, inList: boolean): boolean => (inList ? ITEM : FIRST_ITEM).test(line);

function escapeLine(raw: string): string {
  const bulleted = raw.trimEnd().replace(/^(\s*)•\s*/, "$1- ");
  const words = bulleted.trimStart().replace(/\s+/g, " ");
  if (ONLY_SIGNS.test(words)) return words.replace(/^(\d*)/, "$1\\");
  const indent = ITEM.test(bulleted)
    ? " ".repeat(Math.min(bulleted.length - bulleted.trimStart().length, MOST_INDENT))
    : "";
  return (
    indent +
    words
      .replace(/[\\`*_~<]/g, "\\$&")
      .replace(/&(?=#?\w+;)/g, "\\&")
      .replace(/\](?=[([:])/g, "]\\")
      .replace(/^[#>|!]/, "\\$&")
      // What an item begins with is its words: no list, heading or quotation inside it.
      .replace(/^((?:[-+]|\d{1,3}[.)]) )(?:(?=[-+=#>|]|\[[ xX]\] )|(\d{1,3})(?=[.)](?: |$)))/, "$1$2\\")
  );
}
