import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { SEARCH_LOCALES } from "#search/document";

const root = new URL("./help/", import.meta.url).pathname;
const paths = readdirSync(root, { recursive: true }).map(String);
const texts = paths
  .filter((path) => /\.(md|csv)$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

type Line = {
  doc?: { id: string; locale: string; title: string; body: string };
  query?: string;
  locale?: string;
  relevant?: string[];
};
const lines = execFileSync(process.execPath, ["tests/relevance/build.mjs"], { encoding: "utf8", maxBuffer: 1e8 })
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Line);
const documents = lines.flatMap(({ doc }) => (doc ? [doc] : []));
const ids = new Set(documents.map(({ id }) => id));

test("links of the help centre lead to texts of it, pictures are there and small", () => {
  const names = new Set(paths.map((path) => basename(path, ".md")));
  for (const { id } of documents) names.add(id.slice(id.indexOf("/") + 1));
  for (const { path, text } of texts) {
    for (const [, slug = ""] of text.matchAll(/\]\(\/help\/\w\w\/(?:articles|faq)\/([^)#]+)/g))
      expect(names, `${path} links to ${slug}`).toContain(slug);
    for (const [, picture = ""] of text.matchAll(/!\[[^\]]*\]\((?:\.\.\/)+([^)]+)\)/g))
      expect(statSync(join(root, picture)).size).toBeLessThan(40_000);
  }
});

test("every picture is used, and Romanian is written with commas below", () => {
  const all = texts.map(({ text }) => text).join("\n");
  for (const path of paths.filter((path) => path.endsWith(".png"))) expect(all).toContain(basename(path));
  expect(all).not.toMatch(/[şţŞŢ]/);
  expect(existsSync(join(root, "categories.yaml"))).toBe(true);
});

test("the judged queries are about texts that exist, in four languages, forty of them misspelt", () => {
  const queries = lines.filter(({ query }) => query);
  expect(queries.length).toBeGreaterThanOrEqual(160);
  for (const locale of SEARCH_LOCALES)
    expect(queries.filter((query) => query.locale === locale).length).toBeGreaterThanOrEqual(30);
  for (const { query, locale, relevant = [] } of queries) {
    expect(relevant).not.toEqual([]);
    for (const id of relevant) expect(ids, `${query} (${locale})`).toContain(id);
  }
  const judged = readFileSync("tests/relevance/queries.jsonl", "utf8");
  expect(judged.match(/"kind": ?"typo"/g)?.length).toBeGreaterThanOrEqual(40);
  expect(ids.size).toBe(documents.length);
});
