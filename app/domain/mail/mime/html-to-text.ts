import { isHiddenStyle } from "./drop-hidden";
import { decodeEntities } from "./html-entities";
import { attributeOf, scanHtml, VOID_ELEMENTS, type HtmlToken } from "./html-tokens";

const PARAGRAPHS = new Set("p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre".split(" "));
const BLOCKS = new Set(
  "div section article header footer main aside nav address center form fieldset figure figcaption tr li dt dd body html hr caption".split(
    " ",
  ),
);

/** Readable text of an HTML mail: blocks as lines, quotes as "> ", list items as "- ", links as "label [url]". */
export function htmlToText(html: string): string {
  const writer = new TextWriter();
  let hidden: { name: string; depth: number } | null = null;
  let link: { href: string; from: number } | null = null;
  let preformatted = 0;
  for (const token of scanHtml(html)) {
    if (hidden) {
      if (token.name === hidden.name) hidden.depth += token.kind === "open" ? 1 : -1;
      if (hidden.depth === 0) hidden = null;
      continue;
    }
    if (token.kind === "text") {
      writer.write(decodeEntities(html.slice(token.start, token.end)), preformatted > 0);
      continue;
    }
    const { name } = token;
    const opening = token.kind === "open";
    if (opening && !VOID_ELEMENTS.has(name) && isHiddenStyle(token.attributes)) {
      hidden = { name, depth: 1 };
      continue;
    }
    if (name === "br") writer.newline();
    else if (name === "blockquote") writer.quote(opening ? 1 : -1);
    else if (PARAGRAPHS.has(name)) writer.breakBlock(2);
    else if (BLOCKS.has(name)) writer.breakBlock(1);
    if (name === "pre") preformatted = Math.max(0, preformatted + (opening ? 1 : -1));
    if (!opening) {
      if (name === "a" && link) writer.writeLink(link.href, link.from);
      if (name === "a") link = null;
      if (name === "td" || name === "th") writer.space();
    } else if (name === "li") writer.write("- ", false);
    else if (name === "hr") writer.write("----------", false);
    else if (name === "img") writeImage(writer, token);
    else if (name === "a")
      link = { href: decodeEntities(attributeOf(token.attributes, "href") ?? ""), from: writer.mark() };
  }
  return writer.finish();
}

function writeImage(writer: TextWriter, token: HtmlToken): void {
  const alt = decodeEntities(attributeOf(token.attributes, "alt") ?? "").trim();
  if (alt.length > 1) writer.write(`[${alt.slice(0, 200)}]`, false);
}

/** Collects lines; breaks are remembered and written before the next word, so that nested blocks add no blank lines. */
class TextWriter {
  private lines: string[] = [];
  private line: string[] = [];
  private pendingBreak = 0;
  private pendingSpace = false;
  private depth = 0;
  private written = 0;

  write(text: string, preformatted: boolean): void {
    if (preformatted) {
      const rows = text.replace(/\r\n?/g, "\n").split("\n");
      rows.forEach((row, i) => {
        if (i > 0) this.newline();
        if (row !== "") this.push(row);
      });
      return;
    }
    const collapsed = text.replace(/[ \t\r\n\f\u00a0]+/g, " ");
    const words = collapsed.trim();
    if (collapsed.startsWith(" ")) this.space();
    if (words === "") return;
    this.push(words);
    if (collapsed.endsWith(" ")) this.space();
  }

  space(): void {
    if (this.line.length > 0 && this.pendingBreak === 0) this.pendingSpace = true;
  }

  newline(): void {
    this.applyBreak();
    this.endLine();
  }

  breakBlock(lines: 1 | 2): void {
    this.pendingBreak = Math.max(this.pendingBreak, lines);
    this.pendingSpace = false;
  }

  quote(step: 1 | -1): void {
    this.breakBlock(2);
    this.applyBreak();
    this.depth = Math.min(20, Math.max(0, this.depth + step));
  }

  mark(): number {
    return this.written;
  }

  writeLink(href: string, from: number): void {
    const label = this.line.slice(Math.max(0, this.line.length - (this.written - from))).join("");
    if (!/^https?:/i.test(href) || this.written === from || label.includes(href.replace(/^https?:\/\/|\/$/gi, "")))
      return;
    this.pendingSpace = true;
    this.push(`[${href.replace(/\s+/g, "").slice(0, 2000)}]`);
  }

  finish(): string {
    this.endLine();
    return this.lines
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim();
  }

  private push(words: string): void {
    this.applyBreak();
    if (this.pendingSpace && this.line.length > 0) this.line.push(" ");
    this.pendingSpace = false;
    this.line.push(words);
    this.written++;
  }

  private applyBreak(): void {
    if (this.pendingBreak === 0) return;
    if (this.line.length > 0) this.endLine();
    if (this.pendingBreak === 2 && this.lines.length > 0 && (this.lines[this.lines.length - 1] ?? "") !== "")
      this.endLine();
    this.pendingBreak = 0;
  }

  private endLine(): void {
    const text = this.line.join("").trimEnd();
    this.lines.push(this.depth === 0 ? text : text === "" ? "" : `${">".repeat(this.depth)} ${text}`);
    this.line = [];
    this.pendingSpace = false;
  }
}
