import { gfm } from "@joplin/turndown-plugin-gfm";
import sanitizeHtml from "sanitize-html";
import TurndownService from "turndown";
import { type Note, problem } from "./transfer-file";

/** Elements inside each other: the work of sanitiser and converter grows with the square of it. */
const DEEPEST = 200;
/** Dropped with all that is in them, and said. */
const LEFT_OUT =
  "script style nav footer aside form iframe object embed video audio canvas svg dialog button select textarea".split(
    " ",
  );
const SILENT = ["head", "noscript", "template", "option"];
const KEPT =
  "h1 h2 h3 h4 h5 h6 p br hr div section article main header ul ol li dl dt dd blockquote pre code kbd samp strong b em i u s del ins sub sup mark a img figure figcaption table caption thead tbody tfoot tr th td span input details summary".split(
    " ",
  );

/** The encoding that a page names for itself, in its first kilobyte (HTML, 13.2.3.2). */
export const declaredCharset = (bytes: Uint8Array): string | null =>
  /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(
    new TextDecoder("latin1").decode(bytes.subarray(0, 1_024)),
  )?.[1] ?? null;

/**
 * A page as Markdown: its title (the first h1, else <title>), the text of <main> or <article> where there is one, else
 * of the body without its header. Scripts, styles, navigation and the like are left out and said. Elements nested more
 * than 200 deep are refused.
 */
export function readHtml(page: string): { title: string; markdown: string; notes: Note[] } {
  const mainTag = /<main[\s>]/i.test(page) ? "main" : /<article[\s>]/i.test(page) ? "article" : null;
  const dropped = new Set<string>();
  let depth = 0;
  const clean = sanitizeHtml(page, {
    allowedTags: KEPT,
    allowedAttributes: {
      a: ["href", "title"],
      img: ["src", "alt", "title"],
      code: ["class"],
      input: ["type", "checked"],
      th: ["align", "colspan", "rowspan"],
      td: ["align", "colspan", "rowspan"],
      ol: ["start"],
    },
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowedSchemesByTag: { img: ["http", "https"] },
    allowProtocolRelative: true,
    transformTags: { th: withSpans, td: withSpans },
    nonTextTags: [...LEFT_OUT, ...SILENT, "title", ...(mainTag ? [] : ["header"])],
    exclusiveFilter: ({ tag, attribs }) => {
      if (tag === "input" && attribs.type !== "checkbox") return true;
      return tag === "img" && !attribs.src;
    },
    onOpenTag: (name, attributes) => {
      if (++depth > DEEPEST) throw problem("transfer:error.tooDeep");
      if (LEFT_OUT.includes(name) || (name === "header" && !mainTag)) dropped.add(name);
      if (name === "img" && /^\s*data:/i.test(attributes.src ?? "")) dropped.add("img data:");
    },
    onCloseTag: () => void depth--,
  });
  const headTitle = plain(/<title[^>]*>([\s\S]{0,2000}?)<\/title>/i.exec(page)?.[1] ?? "");
  const body = mainTag ? inside(clean, mainTag) : clean;
  const heading = /<h1[^>]*>([\s\S]*?)<\/h1>/i.exec(body);
  const title = heading ? plain(heading[1]!) : headTitle;
  const markdown = toMarkdown(heading && title ? body.replace(heading[0], "") : body);
  const notes: Note[] = dropped.size
    ? [{ code: "transfer:warning.htmlLeftOut", params: { parts: [...dropped].sort().join(", ") } }]
    : [];
  return { title, markdown, notes };
}

/** Cells over several columns or rows, few enough that nobody has to write out millions. */
function withSpans(tagName: string, { colspan, rowspan, ...attribs }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const some = (name: string, value = "") => (/^[1-9]\d?$/.test(value) ? { [name]: value } : {});
  return { tagName, attribs: { ...attribs, ...some("colspan", colspan), ...some("rowspan", rowspan) } };
}

/** The outermost element of that name; the HTML is well-formed. */
function inside(html: string, tag: string): string {
  const start = html.indexOf(`<${tag}>`);
  const end = html.lastIndexOf(`</${tag}>`);
  return start < 0 || end < start ? html : html.slice(start + tag.length + 2, end);
}

function toMarkdown(html: string): string {
  const turndown = new TurndownService({ headingStyle: "atx", codeBlockStyle: "fenced", emDelimiter: "*", hr: "---" });
  turndown.use(gfm);
  turndown.addRule("listItem", {
    filter: "li",
    replacement(content, node) {
      const list = node.parentNode;
      const place = list ? [...list.childNodes].filter(({ nodeName }) => nodeName === "LI").indexOf(node) : 0;
      const start = list?.nodeName === "OL" ? Number((list as Element).getAttribute("start") ?? 1) || 1 : null;
      const mark = start === null ? "- " : `${start + place}. `;
      const text = content.trim().replace(/^\[([ x])\]\s+/, "[$1] ");
      return `${mark}${text.replaceAll("\n", `\n${" ".repeat(mark.length)}`).replace(/^ +$/gm, "")}${node.nextSibling ? "\n" : ""}`;
    },
  });
  // What is folded away on the page is shown, under its heading.
  turndown.addRule("summary", {
    filter: "summary",
    replacement: (content) => `\n\n**${content.replaceAll("**", "").trim()}**\n\n`,
  });
  // Turndown leaves these as they are, and Markdown would read them as HTML.
  const escape = turndown.escape.bind(turndown);
  turndown.escape = (text) =>
    escape(text)
      .replaceAll("<", "\\<")
      .replace(/&(?=#?\w+;)/g, "\\&");
  return turndown.turndown(html).trim();
}

const plain = (html: string): string =>
  decodeEntities(html.replace(/<[^>]*>/g, " "))
    .replace(/\s+/g, " ")
    .trim();

const decodeEntities = (text: string): string =>
  text
    .replace(/&#(\d{1,7});/g, (_, code: string) => fromCode(Number(code)))
    .replace(/&#x([\da-f]{1,6});/gi, (_, code: string) => fromCode(Number.parseInt(code, 16)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&nbsp;", " ")
    .replaceAll("&amp;", "&");

const fromCode = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : " ");
