import { digestOf } from "../digest";
import type { SearchDocument } from "../document";
import { familyOf } from "../settings";
import { isGrammar } from "../stop-words";
import { gluedRuns, joinedName, readWords, type Word } from "../words";
import type { Lexicon } from "./lexicon";
import { month, scopesOf } from "./scopes";

/** A row of search_document, and the words it brings to search_word. */
export type Prepared = {
  row: {
    id: string;
    family: string;
    kind: string;
    group_id: string;
    locale: string;
    title: string;
    body: string;
    vector: string;
    scopes: string[];
    heads: number;
    quality: number;
    at: string;
    data: SearchDocument["data"];
    version: number;
  };
  /** Folded word → base form; and its month. */
  words: Map<string, string>;
};

const MOST_WORDS = 12_000;
const MOST_PLACES = 60;
const GAP = 8;
/** Beside what a hit shows, under a name that no projection uses. */
export const DIGEST = "#";

/** Reads the documents' words and looks up the base forms of those that are new. */
export async function prepareDocuments(lexicon: Lexicon, documents: readonly SearchDocument[]): Promise<Prepared[]> {
  const read = documents.map((document) => ({
    document,
    title: readWords(document.title),
    keywords: readWords(document.keywords),
    body: readWords(document.body).slice(0, MOST_WORDS),
  }));
  for (const locale of new Set(documents.map(({ locale }) => locale))) {
    const words = read.filter(({ document }) => document.locale === locale);
    await lexicon.learn(
      locale,
      words.flatMap(({ title, keywords, body }) => [...title, ...keywords, ...body]),
    );
  }
  return read.map(({ document, title, keywords, body }) => {
    const vector = new Vector(lexicon, document.locale);
    vector.add(title, "A");
    const titleLexemes = [...vector.lexemes()];
    const heads = title.filter(({ folded }) => !isGrammar(document.locale, folded)).length;
    vector.add(keywords, "B");
    vector.add(body, "D");
    vector.words.set(month(document.at), "");
    const clean = (text: string) => text.toWellFormed().replaceAll("\0", "");
    return {
      row: {
        id: document.id,
        family: familyOf(document.kind),
        kind: document.kind,
        group_id: document.group,
        locale: document.locale,
        title: clean(document.title),
        body: clean(document.body),
        vector: vector.text(),
        scopes: scopesOf(document, titleLexemes),
        heads: Math.min(heads, 1000),
        quality: document.quality,
        at: document.at.toISOString(),
        data: { ...document.data, [DIGEST]: digestOf(document) },
        version: document.version,
      },
      words: vector.words,
    };
  });
}

/** A tsvector in the making. */
class Vector {
  readonly words = new Map<string, string>();
  private readonly places = new Map<string, string[]>();
  private at = 1;
  constructor(
    private readonly lexicon: Lexicon,
    private readonly locale: SearchDocument["locale"],
  ) {}

  add(words: readonly Word[], weight: "A" | "B" | "D") {
    for (const { from, to } of gluedRuns(words)) {
      const run = words.slice(from, to);
      const joined = joinedName(run);
      if (joined) this.place(joined, [joined], this.at + from, weight);
      run.forEach((word, i) => {
        if (isGrammar(this.locale, word.folded)) return;
        this.place(word.folded, this.lexicon.lexemes(this.locale, word), this.at + from + i, weight);
      });
    }
    this.at += words.length + GAP;
  }

  private place(folded: string, lexemes: readonly string[], at: number, weight: string) {
    this.words.set(folded, lexemes[0] ?? folded);
    for (const lexeme of lexemes) {
      const places = this.places.get(lexeme);
      const place = `${Math.min(at, 16_383)}${weight}`;
      if (!places) this.places.set(lexeme, [place]);
      else if (places.length < MOST_PLACES && places.at(-1) !== place) places.push(place);
    }
  }

  lexemes = () => this.places.keys();

  text() {
    let text = "";
    for (const [lexeme, places] of this.places) text += `'${lexeme}':${places.join(",")} `;
    return text;
  }
}
