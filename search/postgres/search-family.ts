import type { SearchRequest } from "../engine";
import type { Cursor } from "../cursor";
import type { ParsedText } from "../parse-text";
import { MOST_RANKED, MOST_SUGGESTED_FROM, type Family } from "../settings";
import { queryOf, type Asked } from "./asked";
import { addOwnSpellings, correctWords, isCorrectable, type Finder } from "./correct-words";
import type { FamilyAnswer, Row } from "./family-answer";
import type { FamilyIndex } from "./family-index";
import { findSeen } from "./find-seen";
import type { Vocabulary } from "./meant";
import { readersLanguages, readQuestion, SUGGESTIONS } from "./read-question";
import { writeStatement, type Wanted } from "./statement";
import { all, any } from "./tsquery";
import { newestPart } from "./windows";

/** Of the words' weight that the best hit has, others must have this share when nothing has all words. */
const MOST_SHARE = 0.65;
/** Questions of more words are running text: its misspellings are not looked up. */
const LONGEST_QUESTION = 10;
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
    const { index, family, request, parsed } = this;
    ({ asked: this.asked, excluded: this.excluded } = await readQuestion(index, family, request, parsed));
    if (!this.asked.length) {
      return this.run(this.excluded.length ? all(this.excluded) : null, this.total, { share: 0, orTitles: false });
    }
    const unknown = this.asked.filter((one) => !this.isKnown(one));
    await this.correct(unknown);
    await this.addOwnSpellings();
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

  private async correct(unknown: readonly Asked[]) {
    const able = unknown.filter(isCorrectable);
    if (!able.length || this.asked.length > LONGEST_QUESTION) return;
    const typing = this.request.prefix && this.request.limit < SUGGESTIONS;
    const thorough = this.family === "help" && !typing;
    for (const { asked, to } of await correctWords(this.vocabulary(), able, this.seen, thorough))
      this.corrected.push({ from: asked.words[0]?.spelled ?? asked.key, to });
  }

  private async addOwnSpellings() {
    const foreign = this.asked.filter((one) => one.foreign && isCorrectable(one));
    if (this.family !== "help" || this.asked.length > LONGEST_QUESTION) return;
    await addOwnSpellings(this.vocabulary(), foreign);
  }

  private vocabulary(): Vocabulary {
    const { sql, place } = this.index;
    return { sql, place, family: this.family, languages: readersLanguages(this.request.locale, this.parsed) };
  }

  /** Words that others have and this reader finds nowhere are misspelt for him; true when something was changed. */
  private async correctUnseen(): Promise<boolean> {
    const doubtful = this.asked.filter(
      (one) => this.isKnown(one) && isCorrectable(one) && !this.isCertain(one.documents) && !one.loose.size,
    );
    if (!doubtful.length) return false;
    const seen = await this.seen(doubtful.map((one) => ({ query: queryOf(one), documents: one.documents })));
    const unseen = doubtful.filter((_, i) => !seen[i]);
    for (const one of unseen) one.documents = 0;
    const before = this.corrected.length;
    await this.correct(unseen);
    return this.corrected.length > before;
  }

  /** Which of the queries this reader finds anything by. */
  private seen: Finder = (queries) =>
    findSeen(
      this.index,
      { family: this.family, kinds: this.kinds, principals: this.request.principals, filters: [] },
      queries,
      ({ documents }) => this.isCertain(documents),
    );

  /** So common that whoever may read most of everything has seen it. */
  private isCertain = (documents: number) => documents > 3 * MOST_RANKED && this.isBroad();

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
    // A title alone does not say that nothing excluded is in the text.
    const orTitles = chosen.length < known.length && !this.excluded.length;
    return this.run(match, expected, { share, orTitles });
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
      const rows = await sql.query<Row>(text, values, { byIndex: family === "help" && match !== null });
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
