-- Words alike are looked for within a family: those of a small one are not sought among those of all.
create index search_word_help on "search_word" using gin (word gin_trgm_ops) where family = 'help';
create index search_word_cases on "search_word" using gin (word gin_trgm_ops) where family = 'cases';
create index search_word_people on "search_word" using gin (word gin_trgm_ops) where family = 'people';
drop index search_word_word_idx;
