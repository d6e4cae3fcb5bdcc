-- The live search index; search/postgres/tables.ts makes the same in other schemas.
create table "search_document" (
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
alter table "search_document" alter column vector set storage main;
create index search_document_group_id_idx on "search_document" (group_id);
create index search_document_removed on "search_document" (version) where family = '';
create table "search_word" (
  family text not null,
  word text collate "C" not null,
  locale text not null,
  lexeme text collate "C" not null,
  documents double precision not null,
  constraint search_word_pkey primary key (family, word, locale)
);
create index search_word_family_lexeme_idx on "search_word" (family, lexeme);
create table "search_setting" (key text not null, value jsonb not null, constraint search_setting_pkey primary key (key));
create index search_document_help on "search_document" using gin (vector, scopes) with (fastupdate = off) where family = 'help';
create index search_document_cases on "search_document" using gin (vector, scopes) with (fastupdate = off) where family = 'cases';
create index search_document_people on "search_document" using gin (vector, scopes) with (fastupdate = off) where family = 'people';
create index search_word_word_idx on "search_word" using gin (word gin_trgm_ops);
