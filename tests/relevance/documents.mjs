import { readdirSync, readFileSync } from "node:fs";
import { basename, extname } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { Lexer } from "marked";
import { parse as parseYaml } from "yaml";

const help = new URL("../../prisma/seed/help/", import.meta.url);

/**
 * The published, public texts of the demo's help centre as documents of `sportello search eval`; the id is
 * `<kind>:<locale>/<slug>`. Keywords are left out: only what a reader sees is searched.
 */
export function listDocuments() {
  const files = readdirSync(help, { recursive: true }).map(String).sort();
  return files.flatMap((path) => {
    const text = () => readFileSync(new URL(path, help), "utf8");
    if (extname(path) === ".md") return documentOf(path, text());
    if (extname(path) === ".csv") return rowsOf(text());
    return [];
  });
}

/** The judged queries, one a line of queries.jsonl. */
export const listQueries = () =>
  readFileSync(new URL("queries.jsonl", import.meta.url), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

function documentOf(path, text) {
  const [, yaml = "", markdown = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const { title, summary = "", kind = "article", audience = "public", state = "published" } = parseYaml(yaml);
  if (audience !== "public" || state !== "published") return [];
  const locale = path.split("/")[0];
  const body = [summary, plainOf(markdown)].filter(Boolean).join("\n");
  return [{ id: `${kind}:${locale}/${basename(path, ".md")}`, locale, title, body }];
}

const rowsOf = (text) =>
  parseCsv(text, { columns: true })
    .filter(({ audience, state }) => audience === "public" && state === "published")
    .map(({ locale, slug, question, answer }) => ({
      id: `faq:${locale}/${slug}`,
      locale,
      title: question,
      body: plainOf(answer),
    }));

/** Markdown without its marks: blocks on lines of their own, links as their words, pictures left out. */
function plainOf(markdown) {
  return new Lexer({ gfm: true })
    .lex(markdown.replace(/^> \[!\w+\]\n/gm, ""))
    .map(wordsOf)
    .filter(Boolean)
    .join("\n");
}

function wordsOf(token) {
  if (token.type === "image" || token.type === "space") return "";
  if (token.type === "table")
    return [token.header, ...token.rows]
      .map((row) => row.map(({ tokens }) => tokens.map(wordsOf).join("")).join(" "))
      .join("\n");
  if (token.type === "list") return token.items.map(({ tokens }) => tokens.map(wordsOf).join(" ")).join("\n");
  if (token.tokens) return token.tokens.map(wordsOf).join(token.type === "blockquote" ? "\n" : "");
  return token.text ?? token.raw ?? "";
}
