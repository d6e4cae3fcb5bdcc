import { isSafeImage, sniffType } from "~/domain/files/file-type";
import { imageSize } from "../image-size";
import { decodeText } from "./decode-text";
import { cleanPath, endingOf, isJunk } from "./file-path";
import { transferLimits } from "./limits";
import { readCategories, type ReadCategory } from "./read-categories.server";
import { isTextLocale, type ReadText } from "./read-text";
import { readCsvFile, readHtmlFile, readMarkdownFile } from "./read-text-file.server";
import { CATEGORIES_FILE, type Note, problem, type TransferFile, TransferProblem } from "./transfer-file";

/** What a folder holds, read: texts, the list of categories, pictures by path, and what could not be read. */
export type ReadHelp = {
  categories: ReadCategory[];
  texts: ReadText[];
  pictures: ReadonlyMap<string, Uint8Array>;
  problems: { path: string; line?: number; note: Note }[];
  /** Files that are neither text nor picture. */
  skipped: string[];
  /** What is said of whole files: the encoding of a .csv, its unknown columns. */
  fileNotes: { path: string; note: Note }[];
};

const MARKDOWN = ["md", "markdown"];
const HTML = ["html", "htm"];
/** What may stand beside a picture in a text; anything else is judged by its bytes. */
const FILES = ["png", "jpg", "jpeg", "gif", "webp", "avif", "pdf"];

/** Reads the files of a help centre. One bad file does not stop the others; the folder's root is found by itself. */
export async function readHelp(given: readonly TransferFile[]): Promise<ReadHelp> {
  const help: ReadHelp & { pictures: Map<string, Uint8Array> } = {
    categories: [],
    texts: [],
    pictures: new Map(),
    problems: [],
    skipped: [],
    fileNotes: [],
  };
  for (const file of fromRoot(given)) {
    try {
      await readOne(help, file);
    } catch (error) {
      const { line, ...note } = noteOf(error);
      help.problems.push({ path: file.path, ...(line && { line }), note });
    }
  }
  return help;
}

/** What nests deeper than a parser's stack is nobody's text; it is refused like any other file that cannot be read. */
function noteOf(error: unknown): Note {
  if (error instanceof RangeError) return { code: "transfer:error.tooDeep" };
  if (!(error instanceof TransferProblem)) throw error;
  return error.note;
}

async function readOne(help: ReadHelp & { pictures: Map<string, Uint8Array> }, file: TransferFile): Promise<void> {
  const { path, bytes } = file;
  const ending = endingOf(path);
  const isText = [...MARKDOWN, ...HTML, "csv", "yaml", "yml"].includes(ending);
  const limit = isText ? transferLimits.text : transferLimits.picture;
  if ((isText || FILES.includes(ending)) && bytes.length > limit)
    throw problem("transfer:error.fileTooLarge", { limit: limit / 1_000_000 });
  if (path === CATEGORIES_FILE) help.categories.push(...readCategories(decodeText(bytes).text));
  else if (/^[^/]*readme\.\w+$/i.test(path)) help.skipped.push(path);
  else if (MARKDOWN.includes(ending)) help.texts.push(readMarkdownFile(file));
  else if (HTML.includes(ending)) help.texts.push(await readHtmlFile(file));
  else if (ending === "csv") takeRows(help, file);
  else if (FILES.includes(ending)) help.pictures.set(path, checkedPicture(bytes));
  else help.skipped.push(path);
}

function takeRows(help: ReadHelp, file: TransferFile): void {
  const { rows, notes } = readCsvFile(file);
  for (const row of rows) {
    if (!("problem" in row)) help.texts.push(row);
    else
      help.problems.push({
        path: row.path,
        line: row.line,
        note: { code: row.problem.code, params: row.problem.params },
      });
  }
  help.fileNotes.push(...notes.map((note) => ({ path: file.path, note })));
}

function checkedPicture(bytes: Uint8Array): Uint8Array {
  const type = sniffType(bytes);
  if (type !== "application/pdf" && !(type && isSafeImage(type) && imageSize(bytes)))
    throw problem("transfer:error.picture");
  return bytes;
}

/** Clean, sorted paths below the root; folders that wrap everything (the one that was packed) are taken off. */
function fromRoot(given: readonly TransferFile[]): TransferFile[] {
  const files = given.flatMap(({ path: raw, bytes }) => {
    const path = cleanPath(raw);
    if (path === null) throw problem("transfer:error.path", { path: raw.slice(0, 200) });
    return isJunk(path) ? [] : [{ path, bytes }];
  });
  if (files.length > transferLimits.files) throw problem("transfer:error.tooMany", { limit: transferLimits.files });
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (total > transferLimits.total)
    throw problem("transfer:error.tooLarge", { limit: transferLimits.total / 1_000_000 });
  const depth = wrapDepth(files.map(({ path }) => path.split("/")));
  return files
    .map(({ path, bytes }) => ({ path: path.split("/").slice(depth).join("/"), bytes }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function wrapDepth(paths: readonly string[][]): number {
  const list = paths.find((names) => names.at(-1) === CATEGORIES_FILE);
  if (list) return paths.every((names) => startsWith(names, list.slice(0, -1))) ? list.length - 1 : 0;
  let depth = 0;
  for (; ; depth++) {
    const name = paths[0]?.[depth];
    if (name === undefined || isTextLocale(name)) return depth;
    if (!paths.every((names) => names.length > depth + 1 && names[depth] === name)) return depth;
    // A folder of categories without a language's folder around it is no wrap.
    if (!paths.some((names) => names.slice(depth + 1).some(isTextLocale))) return depth;
  }
}

const startsWith = (names: readonly string[], start: readonly string[]): boolean =>
  start.every((name, i) => names[i] === name);
