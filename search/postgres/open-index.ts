import { differingFrom } from "../digest";
import { SEARCH_LOCALES, type DocumentRef, type SearchDocument } from "../document";
import { readWords } from "../words";
import { withDefaults, withEveryday } from "../default-synonyms";
import { type Cursor, readCursor, writeCursor } from "../cursor";
import type { SearchAnswer, SearchEngine, SearchRebuild, SearchRequest, Synonyms } from "../engine";
import { parseText } from "../parse-text";
import { FAMILIES, fingerprint, type Family } from "../settings";
import { tableOfSynonyms, type SynonymTable } from "../synonyms";
import { markRows } from "./hits";
import { keep } from "./keep";
import { Lexicon } from "./lexicon";
import { startRebuild } from "./rebuild";
import type { FamilyAnswer } from "./family-answer";
import { searchFamily } from "./search-family";
import { isMissing, type Sql } from "./sql";
import { nextOf, placeOf, type Place } from "./tables";
import { completeWord, countMonths } from "./word-statistics";
import { readStored, removeDocuments, removeGroups, writeDocuments } from "./write-documents";

export interface PostgresIndex extends SearchEngine {
  readonly name: "postgres";
  /** Takes an index other than the live one out of the database. */
  destroy(): Promise<void>;
}

const MOST_HITS = 100;

/** One index in PostgreSQL: `live` in the product's own tables, any other name in a schema of its own. */
export function openPostgresIndex(
  sql: Sql,
  { name, now = Date.now }: { name: string; now?: () => number },
): PostgresIndex {
  const place = placeOf(name);
  const next = nextOf(name);
  const lexicon = new Lexicon(sql);
  const months = keep(
    (family: Family) => countMonths(sql, place, family),
    now,
    (list) => list.length > 0,
  );
  const synonyms = keep(
    async (family: Family) => tableOf(family === "help", JSON.stringify(await readSynonyms(sql, place))),
    now,
  );
  // The same list makes the same table, and making it takes longer than a search.
  const tables = new Map<string, Promise<SynonymTable>>();
  const tableOf = (everyday: boolean, own: string) => {
    const key = `${everyday}${own}`;
    if (tables.size > 10) tables.clear();
    const known = withDefaults(JSON.parse(own) as Partial<Synonyms>);
    const table = tables.get(key) ?? readTable(lexicon, everyday ? withEveryday(known) : known);
    tables.set(key, table);
    table.catch(() => tables.delete(key));
    return table;
  };
  const shortStarts = keep((start: string) => completeFrom(JSON.parse(start)), now);
  const completeFrom = ([family, start, most]: [Family, string, number]) =>
    completeWord(sql, place, family, start, most);
  // Many words begin with the same two or three letters, and everybody types them first.
  const complete = (family: Family, start: string, most: number) =>
    start.length > 3 ? completeFrom([family, start, most]) : shortStarts.get(JSON.stringify([family, start, most]));
  const forget = () => {
    shortStarts.forget();
    months.forget();
    synonyms.forget();
  };

  /** What changes while a successor is being built reaches both; tables exchanged under the hand are met once more. */
  async function inEach(act: (where: Place) => Promise<void>) {
    for (let attempt = 1; ; attempt++) {
      try {
        await act(place);
        if (await exists(sql, next)) await act(next);
        return;
      } catch (error) {
        if (!isMissing(error) || attempt >= 3 || !(await exists(sql, place))) throw error;
      }
    }
  }

  async function searchAll(request: SearchRequest): Promise<SearchAnswer> {
    const limit = Math.max(1, Math.min(MOST_HITS, request.limit));
    const cursor = readCursor(request.after);
    const time = cursor?.now ?? now();
    const parsed = parseText(request.text);
    const families = (Object.keys(FAMILIES) as Family[])
      .map((family) => ({
        family,
        kinds: request.kinds.filter((kind) => FAMILIES[family].some((one) => one === kind)),
      }))
      .filter(({ kinds }) => kinds.length);
    if (request.principals?.length === 0) return emptyAnswer();
    const answers = await Promise.all(
      families.map(async ({ family, kinds }) => {
        const [table, held] = await Promise.all([synonyms.get(family), months.get(family)]);
        const index = { sql, place, lexicon, synonyms: table, months: held, complete };
        const answer = await searchFamily(index, family, kinds, { ...request, limit }, parsed, cursor, time);
        return [family, answer] as const;
      }),
    );
    return merge(new Map(answers), limit, time, cursor);
  }

  async function merge(
    answers: Map<Family, FamilyAnswer>,
    limit: number,
    time: number,
    cursor: Cursor | null,
  ): Promise<SearchAnswer> {
    const found = [...answers.values()];
    const rows = found
      .flatMap((answer) => answer.rows.map((row) => ({ row, answer })))
      .sort(
        (a, b) => (b.row.score ?? 0) - (a.row.score ?? 0) || ((a.row.group_id ?? "") < (b.row.group_id ?? "") ? 1 : -1),
      );
    const page = rows.slice(0, limit);
    const marked = new Map(
      (
        await Promise.all(
          found.map((answer) =>
            markRows(
              lexicon,
              page.filter((one) => one.answer === answer).map(({ row }) => row),
              answer.asked,
              answer.weights,
            ),
          ),
        )
      )
        .flat()
        .map((hit) => [hit.id, hit]),
    );
    const weights = Object.fromEntries(
      [...answers].flatMap(([family, { asked, weights: of }]) =>
        asked.map((one, i) => [`${family}:${one.key}`, of[i] ?? 0]),
      ),
    );
    const last = page.at(-1)?.row;
    const groups = cursor?.groups ?? found.reduce((sum, answer) => sum + answer.groups, 0);
    const capped = cursor?.capped ?? found.some((answer) => answer.capped);
    return {
      hits: page.flatMap(({ row }) => marked.get(row.id) ?? []),
      next:
        last && rows.length > limit
          ? writeCursor({ score: last.score ?? 0, group: last.group_id ?? "", now: time, groups, capped, weights })
          : null,
      total: { count: groups, capped },
      facets: readFacets(found),
      corrected: found
        .flatMap(({ corrected }) => corrected)
        .filter((one, i, all) => all.findIndex(({ from }) => from === one.from) === i),
    };
  }

  return {
    name: "postgres",
    search: searchAll,
    async put(documents: readonly SearchDocument[]) {
      await inEach((where) => writeDocuments(sql, where, lexicon, documents));
      months.forget();
    },
    remove: (ids: readonly string[], version?: number) => inEach((where) => removeDocuments(sql, where, ids, version)),
    removeGroups: (refs: readonly DocumentRef[], kept: readonly string[] = [], version?: number) =>
      inEach((where) => removeGroups(sql, where, refs, kept, version)),
    async count(most?: number) {
      const { document } = place;
      // A condition on the family would read the whole table; these read an index each, or some rows.
      const [row] = await sql.query<{ count: string }>(
        most === undefined
          ? `select (select count(*) from ${document}) - (select count(*) from ${document} where family = '') as count`
          : `select count(*) from (select from ${document} where family <> '' limit ${Math.floor(most)}) as first`,
      );
      return Number(row?.count ?? 0);
    },
    async differing(documents: readonly SearchDocument[]) {
      const ids = documents.map(({ id }) => id);
      const differing = new Set<SearchDocument>();
      await inEach(async (where) => {
        for (const one of differingFrom(await readStored(sql, where, ids), documents)) differing.add(one);
      });
      return documents.filter((document) => differing.has(document));
    },
    async setSynonyms(wanted: Synonyms) {
      await inEach(async (where) => {
        await sql.query(
          `insert into ${where.setting} values ('synonyms', $1::jsonb) on conflict (key) do update set value = excluded.value`,
          [JSON.stringify(wanted)],
        );
      });
      synonyms.forget();
    },
    rebuild: (): Promise<SearchRebuild> => startRebuild(sql, name, lexicon, forget),
    async check() {
      try {
        const [row] = await sql.query<{ there: boolean }>(`select to_regclass($1) is not null as there`, [
          place.document,
        ]);
        if (!row?.there) return { ok: false, reason: "missing", detail: `${place.document} does not exist` };
        const [built] = await sql.query<{ value: unknown }>(`select value from ${place.setting} where key = 'built'`);
        if (!built) return { ok: false, reason: "missing", detail: "it was never built" };
        if (built.value === fingerprint()) return { ok: true };
        return { ok: false, reason: "outdated", detail: `built as ${String(built.value)}, wanted ${fingerprint()}` };
      } catch (error) {
        if (isMissing(error)) return { ok: false, reason: "missing", detail: (error as Error).message };
        return { ok: false, reason: "away", detail: (error as Error).message };
      }
    },
    async destroy() {
      if (place.schema === "public") throw new Error("The live index stays");
      await sql.query(`drop schema if exists "${next.schema}" cascade`);
      await sql.query(`drop schema if exists "${place.schema}" cascade`);
      forget();
    },
  };
}

const emptyAnswer = (): SearchAnswer => ({
  hits: [],
  next: null,
  total: { count: 0, capped: false },
  facets: {},
  corrected: [],
});

const exists = async (sql: Sql, { document }: Place) =>
  (await sql.query<{ there: boolean }>(`select to_regclass($1) is not null as there`, [document]))[0]?.there ?? false;

async function readSynonyms(sql: Sql, { setting }: Place): Promise<Partial<Synonyms>> {
  const [row] = await sql.query<{ value: Synonyms }>(`select value from ${setting} where key = 'synonyms'`, [], {
    name: `synonyms_${setting}`,
  });
  return row?.value ?? {};
}

/** Synonyms by the base forms of their words. */
async function readTable(lexicon: Lexicon, synonyms: Synonyms) {
  for (const locale of SEARCH_LOCALES) await lexicon.learn(locale, synonyms[locale].flat().flatMap(readWords));
  return tableOfSynonyms(synonyms, (locale, word) => lexicon.lexemes(locale, word)[0] ?? word.folded);
}

/** Counts per facet, the most frequent value first. */
function readFacets(answers: readonly FamilyAnswer[]): SearchAnswer["facets"] {
  const facets: SearchAnswer["facets"] = {};
  for (const { facets: counted } of answers)
    for (const [name, count] of Object.entries(counted)) {
      const [, field = "", value = ""] = /^=([^=]*)=(.*)$/s.exec(name) ?? [];
      const known = facets[field]?.find((one) => one.value === value);
      if (known) known.count += count;
      else (facets[field] ??= []).push({ value, count });
    }
  for (const values of Object.values(facets)) values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return facets;
}
