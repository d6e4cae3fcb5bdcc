import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** What the portal's first page is made of; everything they import for good is on it, too. */
const FIRST_PAGE = ["root.tsx", "entry.client.tsx", "portal/layout.tsx", "portal/home/show.tsx"];
export const PORTAL_WORDS = ["common", "tickets", "identity", "portal"] as const;

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(?!type\b)(?:[^"';]*?\bfrom\s*)?["']([^"']+)["']/g;
const KEY = /["'`]((?:common|tickets|identity|portal):[\w.]*)(\$\{)?/g;
const PLURAL = /_(?:zero|one|two|few|many|other)$/;
/** Lines that any act may leave for the next page. */
const TOAST = /^(?:portal|identity):toast\./;
/** Refusals are put into words on the server; the browser gets them as text. */
const REFUSAL = /^(?:tickets|identity):error\./;

export type FirstPage = { files: Set<string>; isFirst: (key: string) => boolean };

/** The sources of the first page, found by their imports, and the words whose keys or beginnings of keys stand in them. */
export function readFirstPage(app: string): FirstPage {
  const files = new Set<string>();
  const keys = new Set<string>();
  const beginnings = new Set<string>();
  const visit = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    const source = readFileSync(file, "utf8");
    for (const [, key = "", open] of source.matchAll(KEY)) (open ? beginnings : keys).add(key);
    for (const [, from = ""] of source.matchAll(IMPORT)) {
      const found = find(app, file, from);
      if (found) visit(found);
    }
  };
  for (const file of FIRST_PAGE) visit(path.join(app, file));
  const isFirst = (key: string) =>
    keys.has(key) ||
    keys.has(key.replace(PLURAL, "")) ||
    TOAST.test(key) ||
    [...beginnings].some((beginning) => key.startsWith(beginning));
  return { files, isFirst };
}

/** A source of ours that runs in the browser. */
function find(app: string, importer: string, from: string): string | undefined {
  if (from.endsWith(".server") || !/^(?:~|\.\.?)\//.test(from)) return undefined;
  const base = from.startsWith("~/") ? path.join(app, from.slice(2)) : path.join(path.dirname(importer), from);
  return [`${base}.tsx`, `${base}.ts`].find((file) => existsSync(file));
}

/** A language's words for the portal by full key: those of the first page, or those that every other page needs besides. */
export function portalWords(app: string, locale: string, part: "first" | "more", { isFirst }: FirstPage) {
  const words: Record<string, string> = {};
  for (const namespace of PORTAL_WORDS) {
    const file = path.join(app, `i18n/locales/${locale}/${namespace}.json`);
    for (const [name, text] of Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>)) {
      const key = `${namespace}:${name}`;
      if (!REFUSAL.test(key) && isFirst(key) === (part === "first")) words[key] = text;
    }
  }
  return words;
}
