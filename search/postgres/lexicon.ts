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
type Missing = Spelling & { stemmer: SearchLocale };

/** The language whose word forms a word of a text in `locale` follows: an English name in a Russian text stays English. */
export const stemmerFor = (locale: SearchLocale, folded: string): SearchLocale =>
  isCyrillic(folded) ? "ru" : locale === "ru" ? "en" : locale;

/**
 * Base forms of words, as PostgreSQL's snowball dictionaries give them, kept in memory. A word has one, or two when its
 * accents lead to another than the word without them; the first is the one without.
 */
export class Lexicon {
  private readonly kept = new Map<string, readonly string[]>();
  private readonly coming = new Map<string, Promise<void>>();
  constructor(private readonly sql: Sql) {}

  /** Looks up what is not known yet in texts of these languages, so that `lexemes` can answer for these words. */
  async learn(locales: SearchLocale | readonly SearchLocale[], words: Iterable<Spelling>): Promise<void> {
    const missing = new Map<string, Missing>();
    // Families of kinds are searched side by side and want the same words.
    const coming = new Set<Promise<void>>();
    const languages = typeof locales === "string" ? [locales] : locales;
    for (const { spelled, folded } of words) {
      if (isCode(folded) || folded.length < 3) continue;
      for (const locale of languages) {
        const stemmer = stemmerFor(locale, folded);
        const key = `${stemmer}${spelled}`;
        const reading = this.coming.get(key);
        if (reading) coming.add(reading);
        else if (!this.kept.has(key)) missing.set(key, { spelled, folded, stemmer });
      }
    }
    if (missing.size) {
      const reading = this.read(missing).finally(() => {
        for (const key of missing.keys()) this.coming.delete(key);
      });
      for (const key of missing.keys()) this.coming.set(key, reading);
      coming.add(reading);
    }
    await Promise.all(coming);
  }

  private async read(missing: ReadonlyMap<string, Missing>): Promise<void> {
    const unknown = [...missing.values()];
    const rows = await this.sql.query<{ key: string; plain: string[] | null; accented: string[] | null }>(
      `select w.key, ts_lexize(w.stemmer::regdictionary, w.folded) as plain,
         case when w.word <> w.folded then ts_lexize(w.stemmer::regdictionary, w.word) end as accented
       from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as w(key, word, folded, stemmer)`,
      [
        [...missing.keys()],
        unknown.map(({ spelled }) => spelled),
        unknown.map(({ folded }) => folded),
        unknown.map(({ stemmer }) => STEMMERS[stemmer]),
      ],
      { name: "search_lexize_all" },
    );
    for (const { key, plain, accented } of rows) {
      const folded = missing.get(key)?.folded ?? "";
      const forms = [fold(plain?.[0] ?? folded) || folded, ...(accented?.[0] ? [fold(accented[0])] : [])];
      this.kept.set(key, [...new Set(forms.filter(Boolean))]);
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
