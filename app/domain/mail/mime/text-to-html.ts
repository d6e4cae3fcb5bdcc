import { escapeHtml } from "~/lib/escape-html";

const LINK =
  /\b(?:https?:\/\/|mailto:|www\.)[^\s<>"'`\u00a0]{2,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gi;
const REL = 'rel="noopener noreferrer nofollow" target="_blank"';

/** Plain text as safe HTML: escaped, http(s) and mail addresses linked, line breaks kept, ">" quotes as blockquotes. */
export function textToHtml(text: string): string {
  const out: string[] = [];
  let depth = 0;
  let paragraph: string[] = [];
  const flush = () => {
    if (paragraph.length > 0) out.push(`<p>${paragraph.join("<br>\n")}</p>`);
    paragraph = [];
  };
  for (const line of text.replace(/\r\n?/g, "\n").split("\n")) {
    const quote = readQuote(line);
    if (quote.depth !== depth) {
      flush();
      for (; depth < quote.depth; depth++) out.push("<blockquote>");
      for (; depth > quote.depth; depth--) out.push("</blockquote>");
    }
    if (quote.content.trim() === "") flush();
    else paragraph.push(linkify(quote.content));
  }
  flush();
  out.push("</blockquote>".repeat(depth));
  return out.join("\n").trim();
}

const MAX_DEPTH = 8;

function readQuote(line: string): { depth: number; content: string } {
  let depth = 0;
  let at = 0;
  for (; ; at++) {
    const char = line[at];
    if (char === ">") depth++;
    else if (!(char === " " && depth > 0 && line[at + 1] === ">")) break;
  }
  const content = depth > 0 && line[at] === " " ? line.slice(at + 1) : line.slice(at);
  return { depth: Math.min(depth, MAX_DEPTH), content };
}

function linkify(line: string): string {
  let out = "";
  let from = 0;
  for (const match of line.matchAll(LINK)) {
    const url = trimUrl(match[0]);
    out += escapeHtml(line.slice(from, match.index));
    const lower = url.toLowerCase();
    const href = /^(?:https?:|mailto:)/.test(lower)
      ? url
      : lower.startsWith("www.")
        ? `https://${url}`
        : `mailto:${url}`;
    out += `<a href="${escapeHtml(href)}" ${REL}>${escapeHtml(url)}</a>`;
    from = match.index + url.length;
  }
  return out + escapeHtml(line.slice(from));
}

/** Punctuation at the end belongs to the sentence; a closing bracket only when it was not opened inside it. */
function trimUrl(url: string): string {
  let surplus = url.split(")").length - url.split("(").length;
  let end = url.length;
  while (end > 1) {
    const char = url[end - 1] ?? "";
    if (char === ")" && surplus > 0) surplus--;
    else if (!/[.,;:!?\]}*_~]/.test(char)) break;
    end--;
  }
  return url.slice(0, end);
}
