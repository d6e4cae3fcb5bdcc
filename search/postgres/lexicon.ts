import type { SearchLocale } from "../document";
import { fold } from "../fold";
import { isCode, isCyrillic } from "../words";
import type { Sql } from "./sql";

const STEMMERS: Record<SearchLocale, string> = {
  en: "pg_catalog.english_stem",
  it: "pg_catalog.italian_stem",
  ro: "pg_catalog.romanian_stem",
  ru: "pg_catalog.russian_stem",
};
const MOST_KEPT = 60_000;

export type Spelling = { spelled: string; folded: string };

/** The language whose word forms a word of a text in `locale` follows: an English name in a Russian text stays English. */
export const stemmerFor = (locale: SearchLocale, folded: string): SearchLocale =>
  isCyrillic(folded) ? "ru" : locale === "ru" ? "en" : locale;

/**
 * Base forms of words, as PostgreSQL's snowball dictionaries give them, kept in memory. A word has one, or two when its
 * accents lead to another than the word without them; the first is the one without.
 */
export class Lexicon {
  private readonly kept = new Map<string, readonly string[]>();
  constructor(private readonly sql: Sql) {}

  /** Looks up what is not known yet, so that `lexemes` can answer for these words. */
  async learn(locale: SearchLocale, words: Iterable<Spelling>): Promise<void> {
    const unknown: Record<SearchLocale, Map<string, string>> = {
      en: new Map(),
      it: new Map(),
      ro: new Map(),
      ru: new Map(),
    };
    for (const { spelled, folded } of words) {
      if (isCode(folded) || folded.length < 3) continue;
      const stemmer = stemmerFor(locale, folded);
      if (!this.kept.has(`${stemmer}${spelled}`)) unknown[stemmer].set(spelled, folded);
    }
    for (const [stemmer, missing] of Object.entries(unknown) as [SearchLocale, Map<string, string>][]) {
      if (!missing.size) continue;
      const rows = await this.sql.query<{ word: string; plain: string[] | null; accented: string[] | null }>(
        `select w.word, ts_lexize($3::regdictionary, w.folded) as plain,
           case when w.word <> w.folded then ts_lexize($3::regdictionary, w.word) end as accented
         from unnest($1::text[], $2::text[]) as w(word, folded)`,
        [[...missing.keys()], [...missing.values()], STEMMERS[stemmer]],
        { name: "search_lexize" },
      );
      for (const { word, plain, accented } of rows) {
        const folded = missing.get(word) ?? word;
        const forms = [fold(plain?.[0] ?? folded) || folded, ...(accented?.[0] ? [fold(accented[0])] : [])];
        this.kept.set(`${stemmer}${word}`, [...new Set(forms.filter(Boolean))]);
      }
    }
    if (this.kept.size > MOST_KEPT) this.forget();
  }

  /** Base forms of a learnt word in a text of `locale`. */
  lexemes(locale: SearchLocale, { spelled, folded }: Spelling): readonly string[] {
    if (isCode(folded) || folded.length < 3) return [folded];
    return this.kept.get(`${stemmerFor(locale, folded)}${spelled}`) ?? [folded];
  }

  private forget() {
    let surplus = this.kept.size - MOST_KEPT / 2;
    for (const key of this.kept.keys()) {
      if (surplus-- <= 0) return;
      this.kept.delete(key);
    }
  }
}
