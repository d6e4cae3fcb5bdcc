import { Resolver } from "node:dns/promises";
import { config } from "~/platform/config.server";

/** What a query answers: TXT records as lists of strings, MX as objects, everything else as strings. */
export type DnsAnswer = Awaited<ReturnType<Resolver["resolve"]>>;
export type DnsError = Error & { code: string };

// The system's resolver does not tell a record's time to live, so that answers are kept for fixed, short times.
const FOUND_MS = 5 * 60_000;
const ABSENT_MS = 60_000;
const FAILED_MS = 5_000;
const QUERY_MS = 2_000;
const AWAY_MS = 10_000;
const MOST_ENTRIES = 5_000;
const MOST_CHARACTERS = 8_000_000;

type Entry = { until: number; size: number; answer: Promise<DnsAnswer> };

const cache = new Map<string, Entry>();
let characters = 0;
let resolver: Resolver | null = null;
let servers = "";
let awayUntil = 0;
let probe: Promise<void> | null = null;

export const dnsError = (code: string, message = code): DnsError => Object.assign(new Error(message), { code });

/**
 * Asks DNS at most two seconds for a name's records; equal questions share one query, answers are kept up to five minutes,
 * absences one. Rejects with a code of node:dns: ENOTFOUND and ENODATA are answers, everything else is a failure.
 */
export function resolveDns(name: string, type: string): Promise<DnsAnswer> {
  const asked = currentResolver();
  const key = `${type} ${name.toLowerCase()}`;
  const now = Date.now();
  const held = cache.get(key);
  if (held && held.until > now) return held.answer;
  if (held) forget(key, held);
  if (awayUntil > now) return Promise.reject(dnsError("ETIMEOUT", "DNS does not answer"));

  const entry: Entry = { until: now + QUERY_MS * 2, size: key.length, answer: withinTime(asked.resolve(name, type)) };
  remember(key, entry);
  entry.answer.then(
    (answer) => keep(key, entry, FOUND_MS, JSON.stringify(answer).length),
    (error: DnsError) => {
      const absent = error.code === "ENOTFOUND" || error.code === "ENODATA";
      keep(key, entry, absent ? ABSENT_MS : FAILED_MS, 0);
      if (error.code === "ETIMEOUT" || error.code === "ECONNREFUSED") void (probe ??= lookForLife(asked));
    },
  );
  return entry.answer;
}

/** Forgets every answer, so that the next question is really asked. */
export function forgetDns(name?: string): void {
  if (name === undefined) {
    cache.clear();
    characters = 0;
    awayUntil = 0;
    return;
  }
  for (const [key, entry] of cache) if (key.endsWith(` ${name.toLowerCase()}`)) forget(key, entry);
}

function currentResolver(): Resolver {
  const wanted = config().mail.dns;
  if (resolver && servers === wanted.join()) return resolver;
  forgetDns();
  servers = wanted.join();
  resolver = new Resolver({ timeout: QUERY_MS / 2, tries: 2 });
  if (wanted.length > 0) resolver.setServers(wanted);
  return resolver;
}

/** Failure codes that say that no such name can exist count as absence. */
function withinTime(query: Promise<DnsAnswer>): Promise<DnsAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(dnsError("ETIMEOUT", "DNS did not answer in time")), QUERY_MS);
    query.then(resolve, (error: DnsError) => {
      const unaskable = error.code === "EBADNAME" || error.code === "EBADQUERY" || error.code === "EFORMERR";
      reject(unaskable ? dnsError("ENOTFOUND", error.message) : error);
    });
    void query.catch(() => undefined).finally(() => clearTimeout(timer));
  });
}

/** One silent name says nothing about the server; when it does not even know `com`, nobody waits for it for a while. */
async function lookForLife(asked: Resolver): Promise<void> {
  try {
    await withinTime(asked.resolve("com", "NS"));
  } catch (error) {
    const { code } = error as DnsError;
    if (code === "ETIMEOUT" || code === "ECONNREFUSED") awayUntil = Date.now() + AWAY_MS;
  } finally {
    probe = null;
  }
}

function remember(key: string, entry: Entry): void {
  cache.set(key, entry);
  characters += entry.size;
  for (const [oldest, old] of cache) {
    if (cache.size <= MOST_ENTRIES && characters <= MOST_CHARACTERS) break;
    if (old !== entry) forget(oldest, old);
  }
}

function keep(key: string, entry: Entry, ms: number, size: number): void {
  if (cache.get(key) !== entry) return;
  forget(key, entry);
  remember(key, { ...entry, until: Date.now() + ms, size: key.length + size });
}

function forget(key: string, entry: Entry): void {
  if (cache.delete(key)) characters -= entry.size;
}
