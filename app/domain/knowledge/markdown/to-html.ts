import type { Marked, RendererObject, Tokens } from "marked";
import { escapeHtml } from "~/lib/escape-html";
import { slugify } from "../slug";
import { takeCalloutMark } from "./callouts";
import { HEADING_PREFIX } from "./link-target";
import type { OwnMarkup } from "./own-markup";
import { plainText } from "./plain-text";

export type Heading = { id: string; level: number; title: string };

/** Adds to a parser how our texts are drawn; the headings it meets are written to `headings`. */
export function drawOurWay(parser: Marked, own: OwnMarkup, headings: Heading[]): Marked {
  const taken = new Map<string, number>();
  const renderer: RendererObject = {
    heading({ tokens, depth }) {
      const html = this.parser.parseInline(tokens);
      const title = plainText(html);
      const level = Math.min(Math.max(depth, 2), 4);
      const id = HEADING_PREFIX + numbered(slugify(title) || "part", taken);
      headings.push({ id, level, title });
      return `<h${level}${own.attributes({ id })}>${html}</h${level}>\n`;
    },
    blockquote(quote) {
      const kind = takeCalloutMark(quote);
      const inner = this.parser.parse(quote.tokens);
      if (!kind) return `<blockquote>\n${inner}</blockquote>\n`;
      return `<div${own.attributes({ class: `call ${kind}`, role: "note" })}>\n${inner}</div>\n`;
    },
    code({ text }) {
      return `<pre${own.attributes({ tabindex: "0" })}><code>${escapeHtml(text)}\n</code></pre>\n`;
    },
    list(list) {
      if (list.ordered || !list.items.every(({ task }) => task)) return false;
      const items = list.items.map((item) => `<li><div>${this.parser.parse(withoutBoxes(item))}</div></li>\n`);
      return `<ul${own.attributes({ class: "check", role: "list" })}>\n${items.join("")}</ul>\n`;
    },
    checkbox: ({ checked }) => (checked ? "☑ " : "☐ "),
    table(table) {
      const cell = (tag: string, scope: object) => (cell: Tokens.TableCell) => {
        const at = cell.align === "right" ? "end" : cell.align === "center" ? "center" : undefined;
        const attributes = own.attributes({ ...scope, ...(at && { class: at }) });
        return `<${tag}${attributes}>${this.parser.parseInline(cell.tokens)}</${tag}>`;
      };
      const head = table.header.map(cell("th", { scope: "col" })).join("");
      const rows = table.rows.map((row) => `<tr>${row.map(cell("td", {})).join("")}</tr>\n`).join("");
      const wide = own.attributes({ class: "wide", tabindex: "0" });
      return `<div${wide}><table>\n<thead><tr>${head}</tr></thead>\n<tbody>${rows}</tbody></table></div>\n`;
    },
  };
  return parser.use({ renderer });
}

/** A list of tasks is a check list: its bullets take the place of the boxes. */
const withoutBoxes = ({ tokens }: Tokens.ListItem) =>
  tokens
    .filter(({ type }) => type !== "checkbox")
    .map((token) =>
      "tokens" in token && token.tokens
        ? { ...token, tokens: token.tokens.filter(({ type }: { type: string }) => type !== "checkbox") }
        : token,
    );

function numbered(slug: string, taken: Map<string, number>): string {
  const count = (taken.get(slug) ?? 0) + 1;
  taken.set(slug, count);
  return count === 1 ? slug : numbered(`${slug}-${count}`, taken);
}
