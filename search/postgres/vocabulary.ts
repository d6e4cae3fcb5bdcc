import type { Prepared } from "./prepare-documents";
import type { Sql } from "./sql";
import type { Place } from "./tables";

/** Up to here documents are counted one by one; from there on a count grows in rare, larger steps. */
const EXACT = 1000;

/**
 * How many documents have which word, by family and language. Counts of common words are estimates: the row of a word
 * that stands in n documents is written for one document in n / 1000, so that writers do not queue at it.
 */
export class WordCounts {
  private readonly counts = new Map<string, { row: string[]; documents: number }>();

  add({ row, words }: Prepared, documents: number) {
    for (const [word, lexeme] of words) {
      const locale = lexeme ? row.locale : "";
      const key = `${row.family}|${word}|${locale}`;
      const known = this.counts.get(key);
      if (known) known.documents += documents;
      else this.counts.set(key, { row: [row.family, word, locale, lexeme], documents });
    }
  }

  get size() {
    return this.counts.size;
  }

  /** Adds the counts to the table and starts anew. Rows are locked in the order of the key. */
  async write(sql: Sql, { word }: Place): Promise<void> {
    const all = [...this.counts.values()];
    this.counts.clear();
    for (let from = 0; from < all.length; from += 10_000) {
      const part = all.slice(from, from + 10_000);
      const column = (i: number) => part.map(({ row }) => row[i]);
      await sql.query(
        `insert into ${word} as w (family, word, locale, lexeme, documents)
         select n.family, n.word, n.locale, n.lexeme, greatest(n.documents, (k.word is null)::int)
         from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::float8[]) as n(family, word, locale, lexeme, documents)
         left join ${word} k on k.family = n.family and k.word = n.word collate "C" and k.locale = n.locale
         where k.word is null or (n.documents > 0 and random() * k.documents < n.documents * ${EXACT})
         order by n.family, n.word collate "C", n.locale
         on conflict (family, word, locale) do update
         set documents = w.documents + greatest(excluded.documents, least(w.documents / ${EXACT}, 1e6))`,
        [column(0), column(1), column(2), column(3), part.map(({ documents }) => documents)],
      );
    }
  }
}
