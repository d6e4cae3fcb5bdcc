import { newId } from "~/lib/id";
import { MAX_SLUG } from "../slug";
import { addressKey, type KnownHelp, textKey } from "./known-help";
import type { ReadText } from "./read-text";
import { type Note, problem } from "./transfer-file";

/** Where a text goes: an article that is there, one that begins with it, or one that another text of the import begins. */
export type Place = { articleId: string; begins: boolean; slug: string; notes: Note[] };

/** Finds the article of each text: by its own address, or by that of its source. Sources must come first. */
export class TextPlaces {
  readonly #byAddress = new Map<string, ReadText>();
  readonly #byText = new Map<string, ReadText>();
  readonly #begun = new Map<string, string>();

  constructor(
    readonly known: KnownHelp,
    /** Every address that the import asks for. */
    readonly asked: ReadonlySet<string>,
  ) {}

  /** A text's place, or the problem that it has none. */
  find(read: ReadText): Place {
    const twin = this.#byAddress.get(addressKey(read.locale, read.slug));
    if (twin) throw problem("transfer:error.twice", { other: whereOf(twin) });
    const { articleId, begins } = read.source ? this.#ofTranslation(read, read.source) : this.#ofSource(read);
    const sister = this.#byText.get(textKey(articleId, read.locale));
    if (sister) throw problem("transfer:error.twice", { other: whereOf(sister) });
    return { articleId, begins, ...this.#chooseSlug(read, articleId) };
  }

  /** Keeps the place of a text that will be imported; others may be translated from it. */
  take(read: ReadText, { articleId, begins }: Place): void {
    this.#byAddress.set(addressKey(read.locale, read.slug), read);
    this.#byText.set(textKey(articleId, read.locale), read);
    if (begins) this.#begun.set(addressKey(read.locale, read.slug), articleId);
  }

  #ofSource(read: ReadText): { articleId: string; begins: boolean } {
    const articleId = this.known.addresses.get(addressKey(read.locale, read.slug));
    if (articleId === undefined) return { articleId: newId(), begins: true };
    return { articleId: this.#living(articleId), begins: false };
  }

  #ofTranslation(read: ReadText, source: { locale: string; slug: string }): { articleId: string; begins: boolean } {
    const address = addressKey(source.locale, source.slug);
    const articleId = this.#begun.get(address) ?? this.known.addresses.get(address);
    if (articleId === undefined) throw problem("transfer:error.sourceMissing", { source: address });
    return { articleId: this.#living(articleId), begins: false };
  }

  #living(articleId: string): string {
    if (this.known.articles.get(articleId)?.deleted) throw problem("transfer:error.deleted");
    return articleId;
  }

  /** The wanted address unless it is another article's; then the one the text has, or one with a number. */
  #chooseSlug({ locale, slug }: ReadText, articleId: string): { slug: string; notes: Note[] } {
    const owner = this.known.addresses.get(addressKey(locale, slug));
    if (owner === undefined || owner === articleId) return { slug, notes: [] };
    const text = this.known.texts.get(textKey(articleId, locale));
    const given = text?.published?.slug || text?.draft.slug || this.#withNumber(locale, slug);
    return { slug: given, notes: [{ code: "transfer:warning.slugTaken", params: { slug, given } }] };
  }

  #withNumber(locale: string, slug: string): string {
    for (let n = 2; ; n++) {
      const numbered = `${slug.slice(0, MAX_SLUG - 1 - String(n).length).replace(/-+$/, "")}-${n}`;
      const address = addressKey(locale, numbered);
      if (!this.known.addresses.has(address) && !this.asked.has(address)) return numbered;
    }
  }
}

const whereOf = ({ path, line }: ReadText): string => (line ? `${path}:${line}` : path);
