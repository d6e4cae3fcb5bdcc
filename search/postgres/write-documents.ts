import type { Stored } from "../digest";
import type { DocumentRef, SearchDocument } from "../document";
import type { Lexicon } from "./lexicon";
import { DIGEST, prepareDocuments, type Prepared } from "./prepare-documents";
import type { Sql } from "./sql";
import type { Place } from "./tables";
import { WordCounts } from "./vocabulary";

const BATCH = 400;
const BATCH_LETTERS = 4_000_000;
/** A mark that something was taken out is kept this long against writers who read it before. */
const MARK_DAYS = 2;

const COLUMNS = "id, family, kind, group_id, locale, title, body, vector, scopes, heads, quality, at, data, version";
const groupMark = ({ kind, group }: DocumentRef) => `-${kind}:${group}`;

/** Writes documents of which the index has no newer version and that were not taken out since. */
export async function writeDocuments(
  sql: Sql,
  place: Place,
  lexicon: Lexicon,
  documents: readonly SearchDocument[],
  counts?: WordCounts,
) {
  for (const batch of batches(newestOfEach(documents))) {
    const prepared = await prepareDocuments(lexicon, batch);
    await countWords(sql, place, prepared, counts);
    await sql.query(
      `insert into ${place.document} as d (${COLUMNS})
       select n.id, n.family, n.kind, n.group_id, n.locale, n.title, n.body, n.vector::tsvector, n.scopes, n.heads, n.quality, n.at, n.data, n.version
       from json_to_recordset($1::json) as n(id text, family text, kind text, group_id text, locale text, title text, body text,
         vector text, scopes text[], heads smallint, quality real, at timestamptz, data jsonb, version bigint)
       left join ${place.document} mark on mark.id = '-' || n.kind || ':' || n.group_id
       where mark.version is null or mark.version <= n.version
       order by n.id collate "C"
       on conflict (id) do update set (family, kind, group_id, locale, title, body, vector, scopes, heads, quality, at, data, version)
         = (excluded.family, excluded.kind, excluded.group_id, excluded.locale, excluded.title, excluded.body, excluded.vector,
            excluded.scopes, excluded.heads, excluded.quality, excluded.at, excluded.data, excluded.version)
       where d.version <= excluded.version`,
      [storable(JSON.stringify(prepared.map(({ row }) => row)))],
    );
  }
}

/** What the index has of these documents. */
export async function readStored(sql: Sql, { document }: Place, ids: readonly string[]): Promise<Stored[]> {
  const rows = await sql.query<{ id: string; version: string; digest: string | null }>(
    `select id, version, data ->> '${DIGEST}' as digest from ${document} where id = any($1::text[]) and family <> ''`,
    [ids],
  );
  return rows.map(({ id, version, digest }) => ({ id, version: Number(version), digest }));
}

/** JSON without what PostgreSQL's text cannot hold; a backslash that was written as one (`\\u0000`) stays. */
const storable = (json: string) => json.replace(/(\\\\)|\\u0000|\\ud[89a-f][0-9a-f]{2}/g, "$1");

/** Words first: a document that can be found has all its words counted. One that is there already counts no second time. */
async function countWords(sql: Sql, place: Place, prepared: Prepared[], counts?: WordCounts) {
  const present = new Set<string>();
  if (!counts) {
    const rows = await sql.query<{ id: string }>(
      `select id from ${place.document} where id = any($1::text[]) and family <> ''`,
      [prepared.map(({ row }) => row.id)],
    );
    for (const { id } of rows) present.add(id);
  }
  const words = counts ?? new WordCounts();
  for (const one of prepared) words.add(one, present.has(one.row.id) ? 0 : 1);
  if (!counts) await words.write(sql, place);
}

/** Leaves a mark in place of each document, so that a writer who read it before does not bring it back. */
export async function removeDocuments(
  sql: Sql,
  { document }: Pick<Place, "document">,
  ids: readonly string[],
  version?: number,
) {
  await sql.query(
    `insert into ${document} as d (${COLUMNS})
     select id, '', '', '', '', '', '', '', '{}', 0, 0, to_timestamp($2::float8 / 1000), '{}', $2::float8::bigint
     from unnest($1::text[]) as n(id) order by id collate "C"
     on conflict (id) do update set family = '', group_id = '', title = '', body = '', vector = '', scopes = '{}', data = '{}',
       version = greatest(d.version, excluded.version)
     where d.version <= excluded.version or not $3::boolean`,
    [[...new Set(ids)], version ?? Date.now(), version !== undefined],
  );
  await forgetMarks(sql, document, version ?? Date.now());
}

/** Takes out what belongs to the things and is not kept, and marks the things themselves against late writers. */
export async function removeGroups(
  sql: Sql,
  { document }: Place,
  refs: readonly DocumentRef[],
  keep: readonly string[],
  version?: number,
) {
  const kept = new Set(keep);
  for (const ref of refs) {
    const rows = await sql.query<{ id: string; version: string }>(
      `select id, version from ${document} where group_id = $1 and kind = $2 and family <> ''`,
      [ref.group, ref.kind],
    );
    const newestKept = Math.max(-1, ...rows.filter(({ id }) => kept.has(id)).map((row) => Number(row.version)));
    const since = version ?? (newestKept >= 0 ? newestKept : undefined);
    const gone = rows.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
    await removeDocuments(sql, { document }, [groupMark(ref)], since);
    if (gone.length) await removeDocuments(sql, { document }, gone, version);
  }
}

async function forgetMarks(sql: Sql, document: string, now: number) {
  if (Math.random() > 0.02) return;
  await sql.query(`delete from ${document} where family = '' and version < $1`, [now - MARK_DAYS * 86_400_000]);
}

function newestOfEach(documents: readonly SearchDocument[]): SearchDocument[] {
  const newest = new Map<string, SearchDocument>();
  for (const document of documents) {
    const known = newest.get(document.id);
    if (!known || known.version <= document.version) newest.set(document.id, document);
  }
  return [...newest.values()];
}

function* batches(documents: SearchDocument[]): Generator<SearchDocument[]> {
  let batch: SearchDocument[] = [];
  let letters = 0;
  for (const document of documents) {
    batch.push(document);
    letters += document.body.length + document.title.length + document.keywords.length;
    if (batch.length < BATCH && letters < BATCH_LETTERS) continue;
    yield batch;
    batch = [];
    letters = 0;
  }
  if (batch.length) yield batch;
}
