import { decodeEntities } from "./html-entities";
import { attributeOf, scanHtml, VOID_ELEMENTS, type HtmlToken } from "./html-tokens";
import { headerLabel, isAttribution, isForwardMarker, isOriginalMarker } from "./quote-lines";

type Range = { start: number; end: number };

/** Elements that hold a quote: Gmail, Yahoo, Proton, Zoho, Apple Mail, Thunderbird, new Outlook, Front, Missive and kin. */
const QUOTE_NAME =
  /(?:^|[\s_-])(?:quote|quoted|replyquote|mailquote)(?:$|[\s_-])|^zmail_extra|mail-quote-collapse|mail-editor-reference-message-container|ms-outlook-mobile-reference-message/i;
const SIGNATURE_NAME =
  /^(?:gmail_signature|moz-signature|AppleMailSignature|ms-outlook-mobile-signature)\b|^signature$/i;
/** Marks after which everything is the quote: Outlook in its ages. */
const TAIL_NAME =
  /^(?:divRplyFwdMsg|appendonsend|OutlookMessageHeader|x_divRplyFwdMsg|x_appendonsend|stopSpelling|mail-editor-reference)/i;
const PREFIX_NAME = /moz-cite-prefix|gmail_attr|moz-email-headers-table/i;
const BREAKS = new Set("div p br tr td table blockquote ul ol li hr body center pre h1 h2 h3".split(" "));

/**
 * Separates the reply from quotes and marked signatures in HTML mail; the source is cut, never rewritten.
 * A forward (marker, or nothing written above the quote) stays whole. Both halves still need sanitising.
 */
export function splitHtmlReply(html: string): { visibleHtml: string; quotedHtml: string } {
  const folded: Range[] = [];
  let block: HtmlToken[] = [];
  let inside: { name: string; depth: number; start: number } | null = null;
  let words = 0;
  for (const token of scanHtml(html)) {
    if (inside) {
      if (token.name === inside.name) inside.depth += token.kind === "open" ? 1 : token.kind === "close" ? -1 : 0;
      if (inside.depth > 0) continue;
      folded.push({ start: inside.start, end: token.end });
      inside = null;
      continue;
    }
    if (token.kind === "text") {
      block.push(token);
      continue;
    }
    const text = BREAKS.has(token.name) ? textOf(html, block) : "";
    if (token.kind === "open") {
      const kind = kindOf(token, text);
      if (kind === "quote" && leadsToForward(html, token, text)) return { visibleHtml: html, quotedHtml: "" };
      if (kind === "tail" && words + text.length === 0) return { visibleHtml: html, quotedHtml: "" };
      if (kind !== null && isAttribution(text, true)) {
        folded.push(...block.filter((piece) => textOf(html, [piece]) !== ""));
        block = [];
      }
      if (kind === "tail") {
        folded.push({ start: token.start, end: html.length });
        return cut(html, folded);
      }
      if (kind !== null) {
        inside = { name: token.name, depth: 1, start: token.start };
        words += text.length;
        block = [];
        continue;
      }
    }
    if (!BREAKS.has(token.name)) continue;
    if (isForwardMarker(text)) return { visibleHtml: html, quotedHtml: "" };
    const first = block.find((piece) => textOf(html, [piece]) !== "");
    if (first && words > 0 && (isOriginalMarker(text) || opensHeaderBlock(html, first, text))) {
      folded.push({ start: first.start, end: html.length });
      return cut(html, folded);
    }
    // An attribution stays in reach over empty blocks until the quote below it opens.
    if (text !== "" && !(isAttribution(text, false) && token.name !== "hr")) {
      words += text.length;
      block = [];
    }
  }
  if (inside) folded.push({ start: inside.start, end: html.length });
  return cut(html, folded);
}

function kindOf(token: HtmlToken, before: string): "quote" | "tail" | null {
  if (VOID_ELEMENTS.has(token.name)) return null;
  const id = attributeOf(token.attributes, "id") ?? "";
  const classes = attributeOf(token.attributes, "class") ?? "";
  if (TAIL_NAME.test(id) || TAIL_NAME.test(classes)) return "tail";
  if (token.name === "blockquote") {
    const cited =
      attributeOf(token.attributes, "type")?.toLowerCase() === "cite" || attributeOf(token.attributes, "cite") !== null;
    if (cited || isAttribution(before, true)) return "quote";
  }
  if (!/^(?:div|blockquote|section|span|table|p|pre|font)$/.test(token.name)) return null;
  return [classes, id].some((name) => QUOTE_NAME.test(name) || PREFIX_NAME.test(name) || SIGNATURE_NAME.test(name))
    ? "quote"
    : null;
}

function leadsToForward(html: string, token: HtmlToken, before: string): boolean {
  if (isForwardMarker(before)) return true;
  const text = html.slice(token.end, token.end + 1500).replace(/<[^>]{0,1000}>/g, "\n");
  const first = decodeEntities(text)
    .split("\n")
    .find((line) => line.trim() !== "");
  return first !== undefined && isForwardMarker(first.trim());
}

/** Outlook's "From: … Sent: … To: … Subject: …" as a paragraph of its own. */
function opensHeaderBlock(html: string, first: HtmlToken, text: string): boolean {
  if (!headerLabel(text)?.from) return false;
  const following = html.slice(first.start, first.start + 4000).replace(/<(?:br|\/p|\/div|\/tr)[^>]{0,200}>/gi, "\n");
  const lines = decodeEntities(following.replace(/<[^>]{0,1000}>/g, ""))
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const labels = lines.slice(0, 8).map(headerLabel);
  return labels.some((label) => label?.subject) && labels.some((label) => label?.date || label?.to);
}

function textOf(html: string, tokens: HtmlToken[]): string {
  let text = "";
  for (const token of tokens) {
    text += html.slice(token.start, Math.min(token.end, token.start + 1000));
    if (text.length > 2000) break;
  }
  return decodeEntities(text)
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}

function cut(html: string, folded: Range[]): { visibleHtml: string; quotedHtml: string } {
  if (folded.length === 0) return { visibleHtml: html, quotedHtml: "" };
  let visible = "";
  let quoted = "";
  let at = 0;
  for (const range of folded.sort((a, b) => a.start - b.start)) {
    if (range.start < at) continue;
    visible += html.slice(at, range.start);
    quoted += html.slice(range.start, range.end);
    at = range.end;
  }
  return { visibleHtml: visible + html.slice(at), quotedHtml: quoted };
}
