import { asDestination, mapLinks } from "./map-links";
import { endingOf, relativePath } from "./file-path";

/** Gives every text a path of its own, `<locale>/<category>/<slug>.md`; of two with one address the later gets a number. */
export class TextPaths {
  readonly #taken = new Set<string>();
  readonly #byText = new Map<string, { path: string; slug: string }>();

  readonly #bySource = new Map<string, string>();

  /** `isSource`: the others of its article are translated from it. */
  add(articleId: string, locale: string, category: string, slug: string, isSource: boolean): void {
    let free = slug;
    for (let n = 2; this.#taken.has(`${locale}/${free}`); n++) free = `${slug}-${n}`;
    this.#taken.add(`${locale}/${free}`);
    const path = `${locale}/${category}/${free}.md`;
    this.#byText.set(`${articleId} ${locale}`, { path, slug: free });
    if (isSource) this.#bySource.set(articleId, path);
  }

  get(articleId: string, locale: string): { path: string; slug: string } | null {
    return this.#byText.get(`${articleId} ${locale}`) ?? null;
  }

  /** The file that a link in a language leads to: in that language, else the source. */
  linked(articleId: string, locale: string): string | null {
    return this.get(articleId, locale)?.path ?? this.#bySource.get(articleId) ?? null;
  }
}

/** Gives pictures their paths below `images/`: one for all texts that show the same bytes under the same name. */
export class PicturePaths {
  readonly #taken = new Map<string, string>();

  /** The path, and whether it was given just now. */
  place(name: string, sha256: string): { path: string; fresh: boolean } {
    const ending = endingOf(name);
    const stem = ending ? name.slice(0, -ending.length - 1) : name;
    for (let n = 1; ; n++) {
      const file = n === 1 ? name : `${stem}-${n}${ending && `.${ending}`}`;
      const holder = this.#taken.get(file.toLowerCase());
      if (holder === sha256) return { path: `images/${file}`, fresh: false };
      if (holder !== undefined) continue;
      this.#taken.set(file.toLowerCase(), sha256);
      return { path: `images/${file}`, fresh: true };
    }
  }
}

/** A text's Markdown as the file at `path` holds it: links to articles and pictures as relative paths. */
export function withFileLinks(
  markdown: string,
  path: string,
  targets: {
    article(address: string): { path: string; fragment: string } | null;
    picture(address: string): string | null;
  },
): string {
  return mapLinks(markdown, ({ destination }) => {
    const picture = targets.picture(destination);
    if (picture) return asDestination(relativePath(path, picture));
    const article = targets.article(destination);
    return article
      ? asDestination(relativePath(path, article.path)) + (article.fragment && `#${article.fragment}`)
      : null;
  });
}
