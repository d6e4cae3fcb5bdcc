import { X509Certificate } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { newId } from "~/lib/id";
import { clock } from "~/platform/clock.server";
import { log } from "~/platform/log.server";
import { endOf, problemOf, type TlsCertificate } from "./tls-certificate";

const DAY_MS = 86_400_000;
const VALID_DAYS = 365;
const RENEW_DAYS = 30;
const MAX_COMMON_NAME = 64;

/**
 * The receiver's own certificate for `domain`, kept in the data directory and made anew a month before it ends. It stays
 * out of the database: mail servers that encrypt when they can compare no certificates, so machines may well differ, and
 * a private key then is in no dump. `held` is what the process has already; it stands in for a file that cannot be kept.
 */
export async function keepOwnCertificate(
  dataDir: string,
  domain: string,
  held?: TlsCertificate,
): Promise<TlsCertificate> {
  const file = path.join(dataDir, "smtp-certificate.pem");
  const kept = await readKept(file);
  for (const pair of [kept, held]) if (pair && serves(pair, domain)) return pair;
  const made = await makeCertificate(domain);
  await write(dataDir, file, made).catch((error: Error) =>
    log.warn({ err: error.message }, "the mail receiver's certificate could not be kept"),
  );
  return made;
}

/** One file, so that a certificate never meets the key of another. */
async function readKept(file: string): Promise<TlsCertificate | null> {
  const text = await readFile(file, "utf8").catch(() => "");
  const blocks = text.match(/-----BEGIN ([A-Z ]+)-----[^-]+-----END \1-----\n?/g) ?? [];
  const cert = blocks.find((block) => block.includes("BEGIN CERTIFICATE"));
  const key = blocks.find((block) => block.includes("PRIVATE KEY"));
  return cert && key && !problemOf({ cert, key }) ? { cert, key } : null;
}

function serves(pair: TlsCertificate, domain: string): boolean {
  const left = endOf(pair).getTime() - clock.now().getTime();
  return left > RENEW_DAYS * DAY_MS && new X509Certificate(pair.cert).checkHost(domain) !== undefined;
}

async function makeCertificate(domain: string): Promise<TlsCertificate> {
  // Loaded for the minute a year in which it is needed.
  const { generate } = await import("selfsigned");
  const now = clock.now().getTime();
  const commonName = domain.length > MAX_COMMON_NAME ? "Sportello" : domain;
  const { cert, private: key } = await generate([{ name: "commonName", value: commonName }], {
    keyType: "ec",
    curve: "P-256",
    algorithm: "sha256",
    // A day back, for clients whose clock is slow.
    notBeforeDate: new Date(now - DAY_MS),
    notAfterDate: new Date(now + VALID_DAYS * DAY_MS),
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames: [{ type: 2, value: domain }] },
    ],
  });
  return { cert: withEnd(cert), key: withEnd(key) };
}

const withEnd = (pem: string) => `${pem.replaceAll("\r\n", "\n").trimEnd()}\n`;

/** Whole or not at all, whatever other process reads or writes it at the same time. */
async function write(dataDir: string, file: string, { cert, key }: TlsCertificate): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const draft = `${file}.${newId()}`;
  try {
    await writeFile(draft, `${cert}${key}`, { mode: 0o600, flag: "wx" });
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}
