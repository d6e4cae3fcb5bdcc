import { readFile } from "node:fs/promises";
import { clock } from "~/platform/clock.server";
import { ConfigError } from "~/platform/config.server";
import { log } from "~/platform/log.server";
import { endOf, problemOf, type TlsCertificate } from "./tls-certificate";

const VARIABLE = { cert: "MAIL_TLS_CERT", key: "MAIL_TLS_KEY" };

/** Reads MAIL_TLS_CERT and MAIL_TLS_KEY. A ConfigError says which file is wrong and how. */
export async function readTlsFiles(files: TlsCertificate): Promise<TlsCertificate> {
  const pair = { cert: await read("cert", files), key: await read("key", files) };
  const wrong = problemOf(pair);
  if (wrong) throw refuse(wrong.file, files, wrong.problem);
  const end = endOf(pair);
  // Mail servers encrypt without looking at the date; refusing to start would stop the mail.
  if (end <= clock.now()) log.warn({ file: files.cert, end }, "the mail receiver's certificate has expired");
  return pair;
}

async function read(which: "cert" | "key", files: TlsCertificate): Promise<string> {
  try {
    return await readFile(files[which], "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw refuse(which, files, code === "ENOENT" ? "does not exist" : `cannot be read (${code})`);
  }
}

const refuse = (which: "cert" | "key", files: TlsCertificate, problem: string) =>
  new ConfigError([{ variable: VARIABLE[which], problem: `names ${files[which]}, which ${problem}` }]);
