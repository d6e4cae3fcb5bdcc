import type { TextLocale } from "../schema";
import { slugify } from "../slug";
import { decodeText } from "./decode-text";
import { endingOf } from "./file-path";
import { type FrontMatter, readFrontMatter, splitFrontMatter } from "./front-matter.server";
import { readCsv } from "./read-csv.server";
import { isTextLocale, type ReadText } from "./read-text";
import { type Note, problem, type TransferFile, TransferProblem } from "./transfer-file";
import { trimText } from "./trim-text";

/** Reads a Markdown file, `<locale>/<category>/<slug>.md`; refusals are `TransferProblem`s. */
export function readMarkdownFile({ path, bytes }: TransferFile): ReadText {
  const place = placeOf(path);
  const { text, notes } = decodeText(bytes, { locale: place.locale });
  const { yaml, body, bodyLine } = splitFrontMatter(text);
  const front = yaml === null ? { values: {}, notes: [] } : readFrontMatter(yaml);
  const heading = front.values.title ? null : /^\s*# +(.+?) *#* *(?:\n|$)/.exec(body);
  const rest = heading ? body.slice(heading[0].length) : body;
  const title = front.values.title ?? heading?.[1]?.trim();
  if (!title) throw problem("transfer:error.title", {}, 1);
  const before = text.length - rest.replace(/^(?:[ \t]*\n)+/, "").length;
  return {
    ...describe(front.values, path, place),
    title,
    markdown: trimText(rest),
    bodyLine: heading || yaml !== null ? text.slice(0, before).split("\n").length : bodyLine,
    notes: [...notes, ...front.notes],
  };
}

/** Reads a page, `<locale>/<category>/<slug>.html`: converted to Markdown; front matter before it is understood, too. */
export async function readHtmlFile({ path, bytes }: TransferFile): Promise<ReadText> {
  const { declaredCharset, readHtml } = await import("./read-html.server");
  const place = placeOf(path);
  const { text, notes } = decodeText(bytes, { locale: place.locale, declared: declaredCharset(bytes) });
  const { yaml, body } = splitFrontMatter(text);
  const front = yaml === null ? { values: {}, notes: [] } : readFrontMatter(yaml);
  const page = readHtml(body);
  const title = front.values.title ?? page.title;
  if (!title) throw problem("transfer:error.title", {}, 1);
  return {
    ...describe(front.values, path, place),
    title,
    markdown: trimText(page.markdown),
    bodyLine: 1,
    notes: [...notes, ...front.notes, ...page.notes],
  };
}

export type ReadRow = ReadText | { path: string; line: number; problem: Note };

/** Reads the FAQs of a .csv, one a row; a row that cannot be read does not stop the others. */
export function readCsvFile({ path, bytes }: TransferFile): { rows: ReadRow[]; notes: Note[] } {
  const [folder = "", category = ""] = path.split("/");
  const locale = isTextLocale(folder) ? folder : undefined;
  const { text, notes } = decodeText(bytes, { locale });
  const { rows, unknown } = readCsv(text);
  const place = { locale, category: category.endsWith(".csv") ? "" : category };
  return {
    rows: rows.map((row) => {
      const { line } = row;
      if ("problem" in row) return { path, ...row };
      try {
        return readRow(path, line, row.values, place);
      } catch (error) {
        if (!(error instanceof TransferProblem)) throw error;
        return { path, line, problem: error.note };
      }
    }),
    notes: [
      ...notes,
      ...unknown.map((column) => ({ code: "transfer:warning.unknownColumn", params: { column: column.slice(0, 60) } })),
    ],
  };
}

const COLUMNS: Record<string, string> = {
  question: "title",
  translation_of: "translationOf",
  source_locale: "sourceLocale",
};

function readRow(path: string, line: number, values: Record<string, string>, place: Partial<Place>): ReadText {
  const { answer = "", category, ...rest } = values;
  const yaml = Object.entries(rest).map(([name, value]) => [COLUMNS[name] ?? name, value] as const);
  const known = Object.fromEntries(yaml.filter(([name, value]) => value && FRONT.has(name)));
  const { values: front } = readFrontMatter(JSON.stringify(known, null, 1));
  if (!front.title) throw problem("transfer:error.question", {}, line);
  if (!answer) throw problem("transfer:error.answer", {}, line);
  const slug = front.slug ?? slugify(front.title);
  return {
    ...describe({ kind: "faq", ...front }, path, { ...place, category: category || place.category || "", slug }, line),
    line,
    title: front.title.replace(/\s+/g, " "),
    markdown: trimText(answer),
    bodyLine: line,
    notes: [],
  };
}

const FRONT = new Set(
  "title slug locale kind summary keywords audience organizations state translationOf sourceLocale".split(" "),
);

type Place = { locale?: TextLocale; category: string; slug: string };

/** What a file's place says: `<locale>/<category>/<slug>.md`; folders between language and category do not matter. */
function placeOf(path: string): Place {
  const names = path.split("/");
  const [first = ""] = names;
  const locale = isTextLocale(first) ? first : undefined;
  const name = names.at(-1)!;
  const folders = names.slice(locale ? 1 : 0, -1);
  return {
    ...(locale && { locale }),
    category: folders.at(-1) ?? "",
    slug: name.slice(0, name.length - endingOf(path).length - 1),
  };
}

type Described = Omit<ReadText, "title" | "markdown" | "bodyLine" | "notes" | "line">;

function describe(front: FrontMatter, path: string, place: Partial<Place>, line = 1): Described {
  const locale = front.locale ?? place.locale ?? "";
  if (!isTextLocale(locale)) throw problem("transfer:error.locale", {}, line);
  const category = slugify(place.category ?? "");
  if (!category) throw problem("transfer:error.categoryMissing", {}, line);
  const slug = slugify(front.slug ?? place.slug ?? "");
  if (!slug) throw problem("transfer:error.slug", {}, line);
  const sourceLocale = front.sourceLocale ?? "en";
  if (!isTextLocale(sourceLocale)) throw problem("transfer:error.sourceLocale", { value: sourceLocale }, line);
  if (front.translationOf && sourceLocale === locale) throw problem("transfer:error.ownSource", {}, line);
  return {
    path,
    locale,
    category,
    slug,
    summary: front.summary ?? "",
    keywords: (front.keywords ?? []).join(", "),
    state: front.state ?? "published",
    ...(front.kind && { kind: front.kind }),
    ...(front.audience && { audience: front.audience }),
    ...(front.organizations?.length && { organizations: front.organizations }),
    ...(front.position !== undefined && { position: front.position }),
    ...(front.reviewBy && { reviewBy: front.reviewBy }),
    ...(front.updated && { updated: front.updated }),
    ...(front.translationOf && { source: { locale: sourceLocale, slug: slugify(front.translationOf) } }),
  };
}
