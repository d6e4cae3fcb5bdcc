import type { SearchLocale } from "../document";
import type { SearchRequest } from "../engine";
import type { Cursor } from "../cursor";
import type { ParsedText } from "../parse-text";
import { MOST_RANKED, MOST_SUGGESTED_FROM, type Family } from "../settings";
import { isGrammar, languagesOf } from "../stop-words";
import type { SynonymTable } from "../synonyms";
import { formsOf, learnWords, placesOf, queryOf, readAsked, type Asked } from "./asked";
import { correctWords, isCorrectable, type Finder } from "./correct-words";
import type { Lexicon } from "./lexicon";
import type { Sql } from "./sql";
import { scopeConditions, writeStatement, type Wanted } from "./statement";
import type { Place } from "./tables";
import { all, any, near, not } from "./tsquery";
import { newestPart, type Month } from "./windows";
import { countLexemes, type KnownWord } from "./word-statistics";

export type FamilyIndex = {
  sql: Sql;
  place: Place;
  lexicon: Lexicon;
  synonyms: SynonymTable;
  months: readonly Month[];
  /** The most common words of the family that begin so. */
  complete(family: Family, start: string, most: number): Promise<KnownWord[]>;
};
export type Row = {
  groups: number;
  candidates: number;
  facets: Record<string, number> | null;
  score: number | null;
  group_id: string | null;
  id: string;
  kind: string;
  locale: SearchLocale;
  title: string;
  body: string;
  data: Record<string, string | number | boolean | null>;
  at: number;
};
export type FamilyAnswer = {
  rows: Row[];
  groups: number;
  capped: boolean;
  facets: Record<string, number>;
  asked: Asked[];
  weights: number[];
  corrected: { from: string; to: string }[];
};

/** Of the words' weight that the best hit has, others must have this share when nothing has all words. */
const MOST_SHARE = 0.65;
const MOST_TERMS = 12;
const COMPLETIONS = 20;
/** Of a beginning of two or three letters. */
const SHORT_COMPLETIONS = 10;
/** Questions of more words are running text: its misspellings are not looked up. */
const LONGEST_QUESTION = 10;
/** Fewer hits than this, of a word still being typed, are suggestions. */
const SUGGESTIONS = 10;
const FILLER_WEIGHT = 0.25;

/** Searches one family of kinds. */
export async function searchFamily(
  index: FamilyIndex,
  family: Family,
  kinds: readonly string[],
  request: SearchRequest,
  parsed: ParsedText,
  cursor: Cursor | null,
  now: number,
): Promise<FamilyAnswer> {
  const question = new Question(index, family, kinds, request, parsed, cursor, now);
  return question.answer();
}

class Question {
  private asked: Asked[] = [];
  private readonly corrected: { from: string; to: string }[] = [];
  private readonly total: number;
  private readonly most: number;
  private excluded: string[] = [];

  constructor(
    private readonly index: FamilyIndex,
    private readonly family: Family,
    private readonly kinds: readonly string[],
    private readonly request: SearchRequest,
    private readonly parsed: ParsedText,
    private readonly cursor: Cursor | null,
    private readonly now: number,
  ) {
    this.most = request.prefix && request.limit < SUGGESTIONS ? MOST_SUGGESTED_FROM : MOST_RANKED;
    this.total = index.months.reduce((sum, { documents }) => sum + documents, 0);
  }

  async answer(): Promise<FamilyAnswer> {
    if (!this.total) return this.nothing();
    await this.read();
    if (!this.asked.length) {
      return this.run(this.excluded.length ? all(this.excluded) : null, this.total, { share: 0, orTitles: false });
    }
    const unknown = this.asked.filter((one) => !this.isKnown(one));
    await this.correct(unknown);
    if ((this.request.match ?? "all") === "all") {
      if (this.required().every((one) => this.isKnown(one))) {
        const found = await this.runAll();
        if (found.groups) return found;
      }
      if ((await this.correctUnseen()) && this.required().every((one) => this.isKnown(one))) {
        const found = await this.runAll();
        if (found.groups) return found;
      }
      return this.runAny(MOST_SHARE);
    }
    if (this.asked.length <= LONGEST_QUESTION && this.request.principals) await this.correctUnseen();
    return this.runAny(0);
  }

  private isKnown = (one: Asked) => one.documents > 0;
  private required = () => this.asked.filter(({ filler }) => !filler);

  /** What is asked for, with the number of documents that have it, synonyms and completions. */
  private async read() {
    const { sql, place, lexicon, synonyms } = this.index;
    const words = this.parsed.wanted.flatMap((term) => term.words);
    await learnWords(lexicon, [...words, ...this.parsed.unwanted.flatMap((term) => term.words)]);
    this.excluded = readAsked(
      lexicon,
      { wanted: this.parsed.unwanted, unwanted: [], open: false },
      this.request.locale,
      false,
    ).map((one) => not(queryOf(one)));
    this.asked = readAsked(lexicon, this.parsed, this.request.locale, this.request.prefix ?? false);
    if (!this.asked.length) return;
    for (const locale of this.languages()) await this.addSynonyms(synonyms, locale);
    const open = this.asked.find((one) => one.open && one.words.length === 1);
    const completions =
      open && open.key.length > 1
        ? await this.index.complete(this.family, open.key, open.key.length < 4 ? SHORT_COMPLETIONS : COMPLETIONS)
        : [];
    const forms = (one: Asked) => [
      ...one.exact,
      ...(one.exactQuery ? one.words.flatMap((word) => formsOf(lexicon, word)) : []),
    ];
    const counts = await countLexemes(sql, place, this.family, [
      ...new Set(this.asked.flatMap((one) => [...forms(one), ...one.loose])),
    ]);
    const most = (lexemes: Iterable<string>) => Math.max(0, ...[...lexemes].map((lexeme) => counts.get(lexeme) ?? 0));
    for (const one of this.asked) {
      one.documents = most(one.exact);
      // A phrase has at most as many documents as its rarest word; words of grammar are in no index.
      if (one.exactQuery && !one.documents) {
        const parts = one.words.map((word) => most(formsOf(lexicon, word))).filter((count) => count > 0);
        one.documents = parts.length ? Math.min(...parts) : 0;
      }
      if (!one.documents && (one.loose.size || one.loosePhrases.length))
        one.documents = Math.max(most(one.loose), one.loosePhrases.length);
    }
    for (const one of this.asked)
      one.matching = one.documents + [...one.loose].reduce((sum, lexeme) => sum + (counts.get(lexeme) ?? 0), 0);
    if (open) {
      for (const { lexeme } of completions) if (!open.exact.includes(lexeme)) open.loose.add(lexeme);
      const completed = completions.reduce((sum, { documents }) => sum + documents, 0);
      open.documents ||= completed;
      open.matching += completed;
    }
    if (this.asked.length > MOST_TERMS) this.keepBest();
  }

  private languages = () =>
    languagesOf(
      this.request.locale,
      this.parsed.wanted.flatMap((term) => term.words.map(({ folded }) => folded)),
    );

  private async addSynonyms(table: SynonymTable, locale: SearchLocale) {
    const words = this.parsed.wanted.filter(({ kind }) => kind === "word").flatMap((term) => term.words);
    for (const { run, others } of table.find(locale, words)) {
      await learnWords(this.index.lexicon, others.flat());
      for (const one of this.asked) {
        if (!one.words.some((word) => run.includes(word))) continue;
        for (const other of others) {
          const places = placesOf(this.index.lexicon, other, (word) => isGrammar(locale, word.folded));
          if (places.length === 1) for (const lexeme of places[0]?.lexemes ?? []) one.loose.add(lexeme);
          else one.loosePhrases.push(near(places));
        }
      }
    }
  }

  /** Of running text its most telling words. */
  private keepBest() {
    const telling = this.asked
      .filter((one) => one.documents > 0 && !one.filler)
      .sort((a, b) => a.documents - b.documents);
    const kept = new Set(telling.slice(0, MOST_TERMS));
    this.asked = this.asked.filter((one) => kept.has(one));
  }

  private async correct(unknown: readonly Asked[]) {
    const { sql, place } = this.index;
    const able = unknown.filter(isCorrectable);
    if (!able.length || this.asked.length > LONGEST_QUESTION) return;
    for (const { asked, to } of await correctWords(sql, place, this.family, this.languages(), able, this.exists))
      this.corrected.push({ from: asked.words[0]?.spelled ?? asked.key, to });
  }

  /** Words that others have and this reader finds nowhere are misspelt for him; true when something was changed. */
  private async correctUnseen(): Promise<boolean> {
    const doubtful = this.asked.filter(
      (one) => this.isKnown(one) && isCorrectable(one) && !this.isCertain(one.documents) && !one.loose.size,
    );
    if (!doubtful.length) return false;
    const seen = await this.exists(doubtful.map((one) => ({ query: queryOf(one), documents: one.documents })));
    const unseen = doubtful.filter((_, i) => !seen[i]);
    for (const one of unseen) one.documents = 0;
    const before = this.corrected.length;
    await this.correct(unseen);
    return this.corrected.length > before;
  }

  /** So common that whoever may read most of everything has seen it. */
  private isCertain = (documents: number) => documents > 3 * MOST_RANKED && this.isBroad();

  /** Which of the queries this reader finds anything by. */
  private exists: Finder = async (queries) => {
    const open = queries.filter(({ documents }) => !this.isCertain(documents));
    if (!open.length) return queries.map(() => true);
    const values: unknown[] = [];
    const add = { add: (value: unknown, type: string) => `$${values.push(value)}::${type}` };
    const scopes = scopeConditions(
      add,
      { family: this.family, kinds: this.kinds, principals: this.request.principals, filters: [] },
      "d",
    );
    // Counted, not "exists": looking for one row alone, the planner would read the table instead of its index.
    const counts = open.map(
      ({ query }) =>
        `(select count(*) from ${this.index.place.document} d where d.family = '${this.family}' and d.vector @@ ${[add.add(query, "tsquery"), ...scopes].join(" and ")}) > 0`,
    );
    const [row] = await this.index.sql.query<{ seen: boolean[] }>(`select array[${counts.join(", ")}] as seen`, values);
    return queries.map((one) => (open.includes(one) ? (row?.seen[open.indexOf(one)] ?? false) : true));
  };

  private runAll() {
    const required = this.required();
    const match = all([...required.map(queryOf), ...this.excluded]);
    const [rarest = 0, ...others] = required.map(({ matching }) => matching).sort((a, b) => a - b);
    const expected = others.reduce(
      (count, matching) => count * Math.min(1, matching / Math.max(1, this.total)) ** 0.8,
      rarest,
    );
    return this.run(match, expected, { share: 0, orTitles: false });
  }

  /** The rarest words choose the documents, all words rank them. */
  private runAny(share: number) {
    const known = this.required()
      .filter(this.isKnown)
      .sort((a, b) => a.matching - b.matching);
    const chosen: Asked[] = [];
    let expected = 0;
    for (const one of known) {
      if (chosen.length && expected + one.matching > 1.5 * MOST_RANKED) break;
      chosen.push(one);
      expected += one.matching;
    }
    if (!chosen.length) return Promise.resolve(this.nothing());
    const match = all([any(chosen.map(queryOf)), ...this.excluded]);
    return this.run(match, expected, { share, orTitles: chosen.length < known.length });
  }

  private nothing = (): FamilyAnswer => ({
    rows: [],
    groups: 0,
    capped: false,
    facets: {},
    asked: this.asked,
    weights: [],
    corrected: this.corrected,
  });

  /** Looks in the newest part first when more documents match than are ranked, and further back while too few are found. */
  private async run(
    match: string | null,
    expected: number,
    how: { share: number; orTitles: boolean },
  ): Promise<FamilyAnswer> {
    const { sql, place, months } = this.index;
    const { request, family, cursor } = this;
    const weights = this.asked.map((one) => this.weightOf(one));
    const now = new Date(this.now);
    const before = this.before();
    const oldest =
      !this.asked.length && cursor
        ? new Date(Math.min(cursor.score * 1000 + 1, before?.getTime() ?? Infinity))
        : before;
    const wanted: Wanted = {
      place,
      family,
      locale: request.locale,
      kinds: this.kinds,
      principals: request.principals,
      filters: request.filters ?? [],
      match,
      titles: this.asked.flatMap((one) => (one.filler ? [] : [...one.exact, ...one.loose])),
      orTitles: how.orTitles,
      window: null,
      asked: this.asked,
      weights,
      share: how.share,
      facets: request.facets ?? [],
      now: this.now,
      most: this.most,
      after: cursor,
      limit: request.limit,
    };
    let lookIn = (documents: number) => newestPart(months, documents, now, oldest);
    const windowed = family !== "help" && expected > 1.5 * this.most && this.isBroad();
    if (!windowed) lookIn = () => ({ scopes: null, documents: this.total });
    let part = lookIn((1.4 * this.most * this.total) / Math.max(1, expected));
    for (let round = 1; ; round++) {
      const { text, values } = writeStatement({ ...wanted, window: part.scopes });
      const rows = await sql.query<Row>(text, values);
      const [first] = rows;
      const candidates = first?.candidates ?? 0;
      if (!part.scopes || candidates >= this.most)
        return {
          rows: rows.filter(({ score }) => score !== null),
          groups: first?.groups ?? 0,
          capped: candidates >= this.most,
          facets: first?.facets ?? {},
          asked: this.asked,
          weights,
          corrected: this.corrected,
        };
      const factor = candidates ? (1.25 * this.most) / candidates : 10;
      part = lookIn(round >= 3 ? Infinity : part.documents * Math.max(2, factor));
    }
  }

  private before(): Date | undefined {
    for (const filter of this.request.filters ?? [])
      if (filter.field === "at" && "before" in filter) return filter.before;
    return undefined;
  }

  /** May read so much that what he may read need not be looked up first. */
  private isBroad = () =>
    this.request.principals === null ||
    this.request.principals.some((name) => name === "all-tickets" || name.startsWith("queue:") || name === "staff");

  /** How much a word tells: the rarer, the more. */
  private weightOf(one: Asked): number {
    const kept = this.cursor?.weights[`${this.family}:${one.key}`];
    if (kept !== undefined) return kept;
    const documents = Math.min(one.documents, this.total);
    const rarity = Math.log(1 + (this.total - documents + 0.5) / (documents + 0.5));
    return Math.max(0.2, rarity) * (one.filler ? FILLER_WEIGHT : 1);
  }
}
