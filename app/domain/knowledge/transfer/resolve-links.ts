import { endingOf, joinPath } from "./file-path";
import { asDestination, mapLinks } from "./map-links";
import type { ReadText } from "./read-text";
import type { Note } from "./transfer-file";

const PICTURES = /^(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?|heic|pdf)$/;

export type LinkTargets = {
  /** The id of the article whose text the file at a path is; null when that is none. */
  article(path: string): string | null;
  /** The id under which the article keeps the picture at a path; null when there is no such file. */
  picture(path: string): string | null;
};

/** The paths of the import's files that a text shows or offers as downloads, in their order, each once. */
export function picturesOf(text: ReadText, exists: (path: string) => boolean): string[] {
  const paths = new Set<string>();
  mapLinks(text.markdown, ({ destination }) => {
    const target = targetOf(text.path, destination);
    if (target && exists(target.path)) paths.add(target.path);
    return null;
  });
  return [...paths];
}

/** The text's Markdown with `article:<id>` and `image:<id>` for relative paths, and what leads nowhere. */
export function resolveLinks(text: ReadText, targets: LinkTargets): { markdown: string; notes: Note[] } {
  const notes: Note[] = [];
  const markdown = mapLinks(text.markdown, ({ destination, line }) => {
    const target = targetOf(text.path, destination);
    if (!target) return null;
    const picture = targets.picture(target.path);
    if (picture) return `image:${picture}`;
    const article = targets.article(target.path);
    if (article) return `article:${article}${target.fragment && `#${fragmentAs(target.fragment)}`}`;
    if (target.fromRoot) return null;
    const code = PICTURES.test(endingOf(target.path))
      ? "transfer:warning.pictureMissing"
      : "transfer:warning.linkNowhere";
    notes.push({ code, params: { target: destination.slice(0, 200) }, line: text.bodyLine + line - 1 });
    return null;
  });
  return { markdown, notes };
}

/** What a relative address means; null for other sites, headings of the same page, and what leads out of the folder. */
function targetOf(from: string, destination: string): { path: string; fragment: string; fromRoot: boolean } | null {
  if (!destination || /^(?:[a-z][a-z0-9+.-]*:|\/\/|#|\?)/i.test(destination)) return null;
  const [, address = "", fragment = ""] = /^([^#?]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(destination) ?? [];
  const path = joinPath(from, decoded(address));
  return path ? { path, fragment, fromRoot: address.startsWith("/") } : null;
}

const fragmentAs = (fragment: string): string => asDestination(decoded(fragment));

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
