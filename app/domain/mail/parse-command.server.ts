import { once } from "node:events";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { decodeBytes } from "./mime/charset";
import { MailUnreadable } from "./mime/mail-unreadable";
import { parseMail, type ParsedMail } from "./mime/parse-mail.server";
import { splitReply } from "./mime/visible-text";

const NO_INPUT = 66; // EX_NOINPUT of sysexits.h

/**
 * `sportello mail parse [FILE or DIR]`: one JSON line per message in file-name order, `{file, error}` for one that
 * cannot be read; standard input when `target` is null or "-". Message ids keep their angle brackets. Gives the exit code.
 */
export function parseFiles(target: string | null, stdin: Readable, out: Writable): Promise<number> {
  return eachInput(target, stdin, out, async (bytes) => describe(await parseMail(bytes)));
}

/** `sportello mail visible [FILE or DIR]`: `{file, visibleText}` per bare text file, otherwise as parseFiles. */
export function visibleFiles(target: string | null, stdin: Readable, out: Writable): Promise<number> {
  return eachInput(target, stdin, out, async (bytes) => ({ visibleText: splitReply(decodeBytes(bytes)).visibleText }));
}

function describe(mail: ParsedMail) {
  return {
    from: mail.from,
    replyTo: mail.replyTo,
    to: mail.to,
    cc: mail.cc,
    subject: mail.subject,
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo,
    references: mail.references,
    date: mail.date?.toISOString() ?? null,
    text: mail.text,
    html: mail.html,
    visibleText: mail.visibleText,
    quotedText: mail.quotedText,
    attachments: mail.attachments.map(({ name, type, size, sha256, inline }) => ({ name, type, size, sha256, inline })),
    automatic: mail.automatic,
    bounce: mail.bounce,
  };
}

type Input = { file: string; read: () => Promise<Buffer> };

async function eachInput(
  target: string | null,
  stdin: Readable,
  out: Writable,
  read: (bytes: Buffer) => Promise<object>,
): Promise<number> {
  let inputs: Input[];
  try {
    inputs = await listInputs(target, stdin);
  } catch (error) {
    await writeLine(out, { file: basename(target ?? "-"), error: codeOf(error) });
    return NO_INPUT;
  }
  for (const input of inputs) {
    let line: object;
    try {
      line = { file: input.file, ...(await read(await input.read())) };
    } catch (error) {
      line = { file: input.file, error: codeOf(error) };
    }
    if (!(await writeLine(out, line))) break; // the reader went away, as "| head" does
  }
  return 0;
}

/** A folder gives its files by name, without hidden ones and without .json, which is no mail. */
async function listInputs(target: string | null, stdin: Readable): Promise<Input[]> {
  if (target === null || target === "-") return [{ file: "-", read: () => readAll(stdin) }];
  if (!(await stat(target)).isDirectory()) return [{ file: basename(target), read: () => readFile(target) }];
  const entries = await readdir(target, { withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith(".") && !entry.name.endsWith(".json"))
    .map((entry) => entry.name)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((file) => ({ file, read: () => readFile(join(target, file)) }));
}

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

async function writeLine(out: Writable, value: object): Promise<boolean> {
  if (out.destroyed || out.writableEnded) return false;
  try {
    if (!out.write(`${JSON.stringify(value)}\n`)) await once(out, "drain");
    return true;
  } catch {
    return false;
  }
}

function codeOf(error: unknown): string {
  if (error instanceof MailUnreadable) return error.reason;
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return error instanceof Error ? error.message : String(error);
}
