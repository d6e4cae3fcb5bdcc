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
  // Most messages of a ticket that changed have not.
  const changed = await engine.differing(documents);
  if (changed.length) await engine.put(changed);
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
