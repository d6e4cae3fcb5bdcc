-- Groups of synonyms are listed newest first, by language, and found by a part of their words.
create index "search_synonym_locale_id_idx" on "search_synonym" (locale, id);
drop index "search_synonym_locale_idx";

-- array_to_string is not immutable for arrays of anything; for texts it is.
create function search_synonym_text(words text[]) returns text
  language sql immutable parallel safe strict
  return array_to_string(words, ', ');
create index search_synonym_text_idx on "search_synonym" using gin (search_synonym_text(words) gin_trgm_ops) with (fastupdate = off);
