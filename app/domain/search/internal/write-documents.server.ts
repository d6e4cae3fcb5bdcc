import { createHash } from "node:crypto";
import type { Ctx } from "~/platform/ctx.server";
import type { SearchDocument } from "#search/document";
import type { SearchEngine } from "#search/engine";
import type { Projection } from "#search/projection";

/** The documents of these things as they are now, and `version`: the database's clock before they were read. */
export async function readDocuments(
  ctx: Ctx,
  projection: Projection<Ctx>,
  ids: readonly string[],
): Promise<{ documents: SearchDocument[]; version: number }> {
  const [clock] = await ctx.db.$queryRaw<{ ms: number }[]>`
    select extract(epoch from clock_timestamp())::float8 * 1000 as ms`;
  const version = Math.floor(clock?.ms ?? Date.now());
  const documents = (await projection.documentsOf(ctx, ids)).map((document) => ({ ...document, version }));
  return { documents, version };
}

/** Makes the index say of these things what is true of them now; the same again changes nothing. */
export async function writeThings(
  ctx: Ctx,
  engine: SearchEngine,
  projection: Projection<Ctx>,
  ids: readonly string[],
): Promise<number> {
  const { documents, version } = await readDocuments(ctx, projection, ids);
  const changed = await differing(engine, documents);
  if (changed.length) await engine.put(changed);
  for (const document of changed) remember(engine, document);
  const there = new Set(documents.map(({ group }) => group));
  const refs = ids
    .filter((id) => !projection.whole || !there.has(id))
    .flatMap((group) => projection.kinds.map((kind) => ({ kind, group })));
  if (refs.length) {
    const kept = documents.map(({ id }) => id);
    await engine.removeGroups(refs, kept, version);
  }
  return documents.length;
}

type Written = { digest: string; version: number };
const MOST_REMEMBERED = 50_000;
/** What this process wrote last, by engine and document: most messages of a ticket that changed have not. */
const written = new WeakMap<SearchEngine, Map<string, Written>>();

/** Those that are not in the index exactly so. Another process's writes show in the version that the index has. */
async function differing(engine: SearchEngine, documents: readonly SearchDocument[]): Promise<SearchDocument[]> {
  const known = written.get(engine);
  const same = documents.filter((document) => known?.get(document.id)?.digest === digestOf(document));
  if (!same.length) return [...documents];
  const versions = await engine.versions(same.map(({ id }) => id));
  const kept = new Set(same.filter(({ id }) => versions.get(id) === known?.get(id)?.version));
  return documents.filter((document) => !kept.has(document));
}

function remember(engine: SearchEngine, document: SearchDocument): void {
  const known = written.get(engine) ?? new Map<string, Written>();
  written.set(engine, known);
  known.delete(document.id);
  known.set(document.id, { digest: digestOf(document), version: document.version });
  const [oldest] = known.size > MOST_REMEMBERED ? known.keys() : [];
  if (oldest !== undefined) known.delete(oldest);
}

const digestOf = (document: SearchDocument): string =>
  createHash("sha1")
    .update(JSON.stringify({ ...document, version: 0 }))
    .digest("base64");
