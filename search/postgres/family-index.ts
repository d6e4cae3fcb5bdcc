import type { Family } from "../settings";
import type { SynonymTable } from "../synonyms";
import type { Lexicon } from "./lexicon";
import type { Sql } from "./sql";
import type { Place } from "./tables";
import type { Month } from "./windows";
import type { KnownWord } from "./word-statistics";

/** What a question is asked of: the tables of one index, and what is known of a family's words. */
export type FamilyIndex = {
  sql: Sql;
  place: Place;
  lexicon: Lexicon;
  synonyms: SynonymTable;
  months: readonly Month[];
  /** The most common words of the family that begin so. */
  complete(family: Family, start: string, most: number): Promise<KnownWord[]>;
};
