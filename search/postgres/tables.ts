import { FAMILIES } from "../settings";

/** Where an index has its tables: the live one in `public`, every other in a schema of its own. */
export type Place = { schema: string; document: string; word: string; setting: string };

const NAME = /^[a-z][a-z0-9_]{0,40}$/;
export const LIVE = "live";

/** Throws for a name that is no lower-case identifier. */
export function placeOf(name: string): Place {
  if (!NAME.test(name)) throw new Error(`An index cannot be called ${JSON.stringify(name)}`);
  return inSchema(name === LIVE ? "public" : `search_${name}`);
}

/** Where the successor of an index is built, and where the index goes before it is dropped. */
export const nextOf = (name: string): Place => inSchema(`search_${name}_next`);
export const oldOf = (name: string): string => `search_${name}_old`;

const inSchema = (schema: string): Place => ({
  schema,
  document: `"${schema}"."search_document"`,
  word: `"${schema}"."search_word"`,
  setting: `"${schema}"."search_setting"`,
});

export const TABLES = ["search_document", "search_word", "search_setting"] as const;

/** The tables as the migration makes them, in another schema. What slows a load down is made by `indexes`. */
export const tables = ({ schema, document, word, setting }: Place): string => `
  create schema "${schema}";
  create table ${document} (
    id text collate "C" not null,
    family text not null,
    kind text not null,
    group_id text collate "C" not null,
    locale text not null,
    title text not null,
    body text not null,
    vector tsvector not null,
    scopes text[],
    heads smallint not null,
    quality real not null,
    at timestamptz(3) not null,
    data jsonb not null,
    version bigint not null,
    constraint search_document_pkey primary key (id)
  ) with (toast_tuple_target = 8160);
  alter table ${document} alter column vector set storage main;
  create index search_document_group_id_idx on ${document} (group_id);
  create index search_document_removed on ${document} (version) where family = '';
  create table ${word} (
    family text not null,
    word text collate "C" not null,
    locale text not null,
    lexeme text collate "C" not null,
    documents double precision not null,
    constraint search_word_pkey primary key (family, word, locale)
  );
  create index search_word_family_lexeme_idx on ${word} (family, lexeme);
  create table ${setting} (key text not null, value jsonb not null, constraint search_setting_pkey primary key (key));`;

/** The indexes that are made once the rows are there, while changes are written. Each is a statement of its own. */
export const indexes = ({ document, word }: Place): string[] =>
  Object.keys(FAMILIES).flatMap((family) => [
    `create index concurrently search_document_${family} on ${document} using gin (vector, scopes) with (fastupdate = off) where family = '${family}'`,
    `create index concurrently search_word_${family} on ${word} using gin (word gin_trgm_ops) where family = '${family}'`,
  ]);
