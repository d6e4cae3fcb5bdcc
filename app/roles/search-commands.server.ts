import { type FileHandle, open } from "node:fs/promises";
import { parseArgs } from "node:util";
import { findActorByAddress } from "~/domain/identity/find-actor-by-address.server";
import { evaluateEngine } from "~/domain/search/evaluate-engine.server";
import { listKeptEngines } from "~/domain/search/list-kept-engines.server";
import { reindex, type ReindexProgress } from "~/domain/search/reindex.server";
import { type IndexAnswer, searchIndex } from "~/domain/search/search-index.server";
import { isUnreadableSet } from "~/domain/search/unreadable-set";
import { projections } from "~/jobs/search-projections";
import { type Ctx, type Locale, systemCtx } from "~/platform/ctx.server";
import { interruptibly } from "./interruptibly.server";

// EX_USAGE, EX_DATAERR and EX_NOINPUT of sysexits.h
const USAGE = 64;
const BAD_DATA = 65;
const NO_INPUT = 66;
const LOCALES = ["en", "it", "ro", "ru"] as const satisfies readonly Locale[];
const READERS = ["article", "faq", "news"] as const;
const EVERYBODYS = [...READERS, "ticket", "message", "contact", "organization"] as const;
type Kind = (typeof EVERYBODYS)[number];

const say = (text: string) => void process.stdout.write(`${text}\n`);
const complain = (text: string) => void process.stderr.write(`sportello: ${text}\n`);
function wrong(text: string): number {
  complain(text);
  return USAGE;
}

/** `search [--json] [--lang L] [--as ADDRESS] [--kind K] [--limit N] WORDS`: what somebody finds; strangers unless told who. */
export async function searchCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      lang: { type: "string" },
      as: { type: "string" },
      kind: { type: "string", multiple: true, default: [] },
      limit: { type: "string", default: "10" },
    },
  });
  const { lang, as } = values;
  const limit = Number(values.limit);
  const kinds = values.kind.filter((kind): kind is Kind => EVERYBODYS.some((one) => one === kind));
  if (!positionals.length) return wrong("what is to be searched for is missing.");
  if (lang !== undefined && !isLocale(lang)) return wrong(`--lang must be one of ${LOCALES.join(", ")}.`);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) return wrong("--limit must be a number from 1 to 100.");
  if (kinds.length < values.kind.length) return wrong(`--kind must be one of ${EVERYBODYS.join(", ")}.`);
  const ctx = await ctxOf(as);
  if (!ctx) {
    complain(`nobody has the address ${as}, or their account is shut.`);
    return 1;
  }
  const answer = await searchIndex(ctx, {
    text: positionals.join(" "),
    locale: lang ?? ctx.locale,
    kinds: kinds.length ? kinds : as === undefined ? READERS : EVERYBODYS,
    limit,
  });
  if (values.json) say(JSON.stringify(answer));
  else print(answer);
  return 0;
}

const isLocale = (text: string): text is Locale => LOCALES.some((locale) => locale === text);

async function ctxOf(address: string | undefined): Promise<Ctx | null> {
  const stranger: Ctx = { ...systemCtx(), actor: { kind: "anonymous" } };
  if (address === undefined) return stranger;
  const found = await findActorByAddress(stranger, address);
  return found && { ...stranger, actor: found.actor, locale: found.locale ?? stranger.locale };
}

function print({ hits, total, corrected, engine, standIn }: IndexAnswer): void {
  const plain = (marked: { text: string }[]) =>
    marked
      .map(({ text }) => text)
      .join("")
      .replace(/\s+/g, " ");
  for (const { from, to } of corrected) complain(`${from} was read as ${to}.`);
  for (const hit of hits) {
    say(`${hit.score.toFixed(3)}  ${hit.kind} ${hit.locale}  ${plain(hit.title)}`);
    if (hit.snippet.length) say(`       ${plain(hit.snippet)}`);
  }
  complain(`${total.capped ? "at least " : ""}${total.count} found in ${engine}${standIn ? ", which stands in" : ""}.`);
}

/** `search eval FILE [--engine E]`: one JSON object that says how well a judged set is answered. */
export async function evaluateCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { engine: { type: "string", default: "postgres" } },
  });
  const [file] = positionals;
  const engine = listKeptEngines().find((one) => one === values.engine);
  if (!file || positionals.length > 1) return wrong("search eval takes one FILE of JSON lines.");
  if (!engine)
    return wrong(`--engine must be one of ${listKeptEngines().join(", ")}; Meilisearch when it is configured.`);
  try {
    const handle = await open(file);
    return await interruptibly("interrupted; its index is gone.", async (signal) => {
      say(JSON.stringify(await evaluateEngine(engine, linesOf(handle), signal)));
      return 0;
    }).finally(() => handle.close());
  } catch (error) {
    if (isUnreadableSet(error)) complain(`${file}: ${error.message}.`);
    else if (isNoInput(error)) complain(`${file} cannot be read: ${error.message}`);
    else throw error;
    return isUnreadableSet(error) ? BAD_DATA : NO_INPUT;
  }
}

/** Reading begins with the first line that is asked for: what is read before anybody waits for it would be lost. */
async function* linesOf(handle: FileHandle): AsyncGenerator<string> {
  yield* handle.readLines();
}

const isNoInput = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && ["ENOENT", "EACCES", "EISDIR", "EPERM"].includes(String(error.code));

/** `reindex [--engine E]`: builds the indexes anew beside those in use. Interrupted it leaves them as they were. */
export async function reindexCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { engine: { type: "string" } } });
  const engines = listKeptEngines();
  const wanted = values.engine === undefined ? engines : engines.filter((engine) => engine === values.engine);
  if (!wanted.length) return wrong(`--engine must be one of ${engines.join(", ")}.`);
  return interruptibly("interrupted; the index in use stays as it was.", async (signal) => {
    for (const engine of wanted) {
      const progress = new Progress(engine);
      const onProgress = (state: ReindexProgress) => progress.show(state);
      const done = await reindex(systemCtx(), engine, projections, { signal, onProgress });
      progress.end(done);
      if (!done) return 1;
    }
    return 0;
  });
}

/** One line on standard error: renewed on a terminal, every five seconds elsewhere. */
class Progress {
  private readonly started = performance.now();
  private shown = -Infinity;
  constructor(private readonly engine: string) {}

  show({ done, total, documents }: ReindexProgress): void {
    const terminal = process.stderr.isTTY;
    if (performance.now() - this.shown < (terminal ? 200 : 5_000)) return;
    this.shown = performance.now();
    const seconds = (performance.now() - this.started) / 1_000;
    const left = done ? Math.max(0, Math.round((seconds / done) * (total - done))) : 0;
    const line = `${this.engine}: ${documents} documents, ${Math.round(documents / seconds)} a second, ${left} s left`;
    process.stderr.write(terminal ? `\r\x1b[K${line}` : `${line}\n`);
  }

  end(done: ReindexProgress | null): void {
    if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
    if (!done) return complain(`the index in ${this.engine} is being built by another process.`);
    const seconds = (performance.now() - this.started) / 1_000;
    process.stderr.write(`${this.engine}: ${done.documents} documents in ${seconds.toFixed(1)} s.\n`);
  }
}
