import fs from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { exportHelp } from "~/domain/knowledge/transfer/export-help.server";
import { isJunk } from "~/domain/knowledge/transfer/file-path";
import { importHelp } from "~/domain/knowledge/transfer/import-help.server";
import { countItems, type ReportItem } from "~/domain/knowledge/transfer/import-report";
import { transferLimits } from "~/domain/knowledge/transfer/limits";
import { packZip } from "~/domain/knowledge/transfer/pack-zip.server";
import { readZip } from "~/domain/knowledge/transfer/read-zip.server";
import { problem, type TransferFile, TransferProblem } from "~/domain/knowledge/transfer/transfer-file";
import { translator } from "~/i18n/t.server";
import { systemCtx } from "~/platform/ctx.server";
import { exclusively } from "~/platform/exclusively.server";
import { interruptibly } from "./interruptibly.server";

// EX_USAGE, EX_NOINPUT and EX_CANTCREAT of sysexits.h
const USAGE = 64;
const NO_INPUT = 66;
const CANNOT_WRITE = 73;
const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`sportello: ${line}\n`);
const t = translator("en");

/** `help import` and `help export`; answers the exit code, 1 when a file could not be taken over. */
export async function runHelpCommand(what: string, args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { "dry-run": { type: "boolean", default: false }, json: { type: "boolean", default: false } },
  });
  const [place] = positionals;
  if (!place || positionals.length > 1) {
    complain("name one folder or .zip.");
    return USAGE;
  }
  try {
    if (what === "export")
      return await interruptibly("interrupted; the export is not whole.", (signal) => writeExport(place, signal));
    const { "dry-run": dryRun, json } = values;
    return await interruptibly("interrupted; the same import takes over what is missing.", (signal) =>
      readImport(place, { dryRun, json, signal }),
    );
  } catch (error) {
    if (error instanceof TransferProblem) {
      complain(t(error.note.code, error.note.params));
      return 1;
    }
    if (!isRefusal(error)) throw error;
    complain(error.message);
    return what === "export" ? CANNOT_WRITE : NO_INPUT;
  }
}

/** What the operating system does not allow with a file that it names. */
const isRefusal = (error: unknown): error is Error => error instanceof Error && "syscall" in error && "path" in error;

type Reading = { dryRun: boolean; json: boolean; signal: AbortSignal };

async function readImport(place: string, { dryRun, json, signal }: Reading): Promise<number> {
  const stat = await fs.stat(place).catch(() => null);
  if (!stat) {
    complain(`there is no ${place}.`);
    return NO_INPUT;
  }
  const files = stat.isDirectory() ? await readFolder(place) : readZip(await fs.readFile(place));
  const onProgress = async () => signal.throwIfAborted();
  const act = () => importHelp(systemCtx(), files, { dryRun, onProgress });
  // Two at once would each link to articles that the other makes.
  const report = await (dryRun ? act() : exclusively("knowledge.import", act));
  const counts = countItems(report.items);
  if (json) say(JSON.stringify({ ...report, counts }));
  else {
    for (const item of report.items)
      if (item.status !== "same" || item.notes.length) for (const line of tell(item)) say(line);
    const { new: added, changed, same, error, skipped } = counts;
    say(
      `${dryRun ? "Nothing was changed. It would be: " : ""}${added} new, ${changed} changed, ${same} the same, ` +
        `${error} with errors, ${skipped} not used.`,
    );
  }
  return counts.error ? 1 : 0;
}

function* tell({ path, line, status, title, changes, notes }: ReportItem): Generator<string> {
  const what = changes.length ? ` (${changes.map((change) => t(`transfer:change.${change}`)).join(", ")})` : "";
  yield `${status.padEnd(8)}${path}${line ? `:${line}` : ""}${title && ` "${title}"`}${what}`;
  for (const note of notes) yield `        ${note.line ? `${note.line}: ` : ""}${t(note.code, note.params)}`;
}

async function readFolder(root: string): Promise<TransferFile[]> {
  const entries = await fs.readdir(root, { recursive: true, withFileTypes: true });
  const found = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(root, path.join(parentPath, name)).split(path.sep).join("/"))
    .filter((name) => !isJunk(name));
  if (found.length > transferLimits.files) throw problem("transfer:error.tooMany", { limit: transferLimits.files });
  const files: TransferFile[] = [];
  let total = 0;
  for (const name of found) {
    const file = path.join(root, name);
    total += (await fs.stat(file)).size;
    if (total > transferLimits.total)
      throw problem("transfer:error.tooLarge", { limit: transferLimits.total / 1_000_000 });
    files.push({ path: name, bytes: await fs.readFile(file) });
  }
  return files;
}

async function* untilAborted<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  for await (const item of items) {
    signal.throwIfAborted();
    yield item;
  }
}

async function writeExport(place: string, signal: AbortSignal): Promise<number> {
  const files = untilAborted(exportHelp(systemCtx()), signal);
  if (place.toLowerCase().endsWith(".zip")) {
    const draft = `${place}.part`;
    try {
      await fs.writeFile(draft, packZip(files));
      await fs.rename(draft, place);
    } finally {
      await fs.rm(draft, { force: true });
    }
    say(`Everything is in ${place}.`);
    return 0;
  }
  await fs.mkdir(place, { recursive: true });
  if ((await fs.readdir(place)).length) {
    complain(`${place} is not empty.`);
    return CANNOT_WRITE;
  }
  let count = 0;
  for await (const { path: name, bytes } of files) {
    const file = path.join(place, ...name.split("/"));
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, bytes);
    count++;
  }
  say(`${count} files are in ${place}.`);
  return 0;
}
