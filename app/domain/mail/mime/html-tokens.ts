/** A piece of HTML with its place in the source; `attributes` is the unparsed text between name and ">". */
export type HtmlToken = {
  kind: "text" | "open" | "close";
  name: string;
  attributes: string;
  start: number;
  end: number;
};

const RAW_TEXT = new Set(["script", "style", "title", "textarea", "xmp", "noscript", "template"]);
export const VOID_ELEMENTS = new Set(
  "area base basefont br col embed frame hr img input link meta param source track wbr".split(" "),
);

/** Reads HTML once from left to right, never failing; comments, doctypes, scripts, styles and titles are left out. */
export function* scanHtml(html: string): Generator<HtmlToken> {
  let at = 0;
  let textFrom = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open < 0) break;
    const tag = readTag(html, open);
    if (!tag) {
      at = open + 1;
      continue;
    }
    if (open > textFrom) yield { kind: "text", name: "", attributes: "", start: textFrom, end: open };
    at = textFrom = tag.end;
    if (tag.name === "") continue;
    if (tag.kind === "open" && RAW_TEXT.has(tag.name)) {
      at = textFrom = rawTextEnd(html, tag.name, tag.end);
      continue;
    }
    yield tag;
  }
  if (textFrom < html.length) yield { kind: "text", name: "", attributes: "", start: textFrom, end: html.length };
}

/** Value of one attribute of a tag, undecoded; null when absent. */
export function attributeOf(attributes: string, name: string): string | null {
  if (attributes === "" || !attributes.toLowerCase().includes(name)) return null;
  for (const match of attributes
    .slice(0, 20_000)
    .matchAll(/([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)) {
    if ((match[1] ?? "").toLowerCase() === name) return match[2] ?? match[3] ?? match[4] ?? "";
  }
  return null;
}

function readTag(html: string, open: number): HtmlToken | null {
  const none = { kind: "open" as const, name: "", attributes: "", start: open };
  const next = html.charCodeAt(open + 1);
  if (next === 33 || next === 63) {
    // Comment, doctype, CDATA, Outlook's conditional comment, processing instruction.
    const comment = html.startsWith("<!--", open);
    const end = html.indexOf(comment ? "-->" : ">", open + (comment ? 4 : 2));
    return { ...none, end: end < 0 ? html.length : end + (comment ? 3 : 1) };
  }
  const closing = next === 47;
  const nameAt = open + (closing ? 2 : 1);
  const first = html.charCodeAt(nameAt) | 0x20;
  if (first < 97 || first > 122) return null;
  let nameEnd = nameAt;
  while (nameEnd < html.length && !/[\s/>]/.test(html[nameEnd] ?? "")) nameEnd++;
  const end = tagEnd(html, nameEnd);
  return {
    kind: closing ? "close" : "open",
    name: html.slice(nameAt, Math.min(nameEnd, nameAt + 40)).toLowerCase(),
    attributes: html.slice(nameEnd, Math.max(nameEnd, end - 1)),
    start: open,
    end,
  };
}

/** Position after the ">" that closes a tag; a quote only counts after "=", as browsers read it. */
function tagEnd(html: string, from: number): number {
  let quote = 0;
  let afterEquals = false;
  for (let i = from; i < html.length; i++) {
    const code = html.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) {
      return i + 1;
    } else if ((code === 34 || code === 39) && afterEquals) {
      quote = code;
      afterEquals = false;
    } else if (code === 61) {
      afterEquals = true;
    } else if (code > 32) {
      afterEquals = false;
    }
  }
  return html.length;
}

function rawTextEnd(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}[^>]{0,100}>`, "gi");
  close.lastIndex = from;
  return close.test(html) ? close.lastIndex : html.length;
}
