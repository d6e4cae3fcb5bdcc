import { escapeHtml } from "~/lib/escape-html";
import { OwnMarkup } from "./markdown/own-markup";
import { plainText } from "./markdown/plain-text";
import { type Found, type KnownFiles, optionsFor } from "./markdown/sanitise";
import { drawOurWay, type Heading } from "./markdown/to-html";

export type RenderedText = {
  /** Sanitised; safe inside a page. */
  html: string;
  /** The words alone, one block a line. */
  plain: string;
  headings: Heading[];
  /** Addresses the text leads to, as written: `article:<id>`, paths of this site, other sites. */
  links: string[];
  /** Its pictures and files. */
  imageIds: string[];
};

export type RenderOptions = {
  /** The language that links to other articles lead to. */
  locale?: string;
  /** What is known of the text's pictures: names, sizes, and which are no pictures. */
  files?: KnownFiles;
};

const NO_FILES: KnownFiles = new Map();

/**
 * Draws Markdown (GitHub's flavour, callouts `> [!NOTE]`, links `article:<id>`, pictures `image:<id>`) as HTML that may
 * stand in a page: of tags that the text itself has only a list remains, without style, class, id and foreign pictures.
 */
export async function renderMarkdown(
  markdown: string,
  { locale = "en", files = NO_FILES }: RenderOptions = {},
): Promise<RenderedText> {
  const [{ Marked }, { default: sanitize }] = await Promise.all([import("marked"), import("sanitize-html")]);
  const own = new OwnMarkup();
  const headings: Heading[] = [];
  const found: Found = { links: new Set(), imageIds: new Set() };
  const parser = drawOurWay(new Marked({ gfm: true, async: false }), own, headings);
  const html = sanitize(parse(parser, markdown), optionsFor(own, locale, files, found)).trim();
  return {
    html,
    plain: plainText(html),
    headings: asSanitised(headings, html),
    links: [...found.links],
    imageIds: [...found.imageIds],
  };
}

/** Headings in the words that the page shows: the sanitiser has put entities such as `&eacute;` into letters. */
function asSanitised(headings: Heading[], html: string): Heading[] {
  const shown = new Map<string, string>();
  for (const [, id = "", inner = ""] of html.matchAll(/<h[2-4] id="([^"]+)">(.*?)<\/h[2-4]>/g))
    shown.set(id, plainText(inner));
  return headings.map((heading) => ({ ...heading, title: shown.get(heading.id) ?? heading.title }));
}

/** So many quotes inside each other would take the parser seconds before it gives up. */
const NESTED = /^(?:[ \t]*>){200}/m;

/** Thousands of nested quotes or lists are nobody's text, and more than the parser's stack; they are shown as typed. */
function parse(parser: { parse(text: string): string | Promise<string> }, markdown: string): string {
  const asTyped = () => `<pre>${escapeHtml(markdown)}</pre>`;
  if (NESTED.test(markdown)) return asTyped();
  try {
    return parser.parse(markdown) as string;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return asTyped();
  }
}
