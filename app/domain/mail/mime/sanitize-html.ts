import sanitize from "sanitize-html";
import { dropHidden } from "./drop-hidden";
import { attributeOf, scanHtml } from "./html-tokens";
import { limitNesting } from "./limit-nesting";
import { escapeHtml } from "~/lib/escape-html";

const MAX_LENGTH = 1_000_000;
const MAX_DEPTH = 100;
const TAGS =
  "a abbr b blockquote br caption code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead tr u ul var";
const WITHOUT_CONTENT =
  "script style title textarea option select noscript template svg math iframe object embed applet audio video canvas xmp noembed noframes";
const TABLE_TAGS = ["table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"];
const SAFE_LINK = /^(?:https?:\/\/|mailto:|tel:)/i;

export type SanitizedMail = { html: string; remoteImages: number };

/**
 * Mail HTML for inline display: an allowlist of tags and of seven attributes, nothing that loads, runs or covers.
 * Remote images become a marker with their alt text and are counted; cid images keep only `data-cid`.
 */
export function sanitizeMailHtml(html: string): SanitizedMail {
  const source = limitNesting(dropHidden(html.length > MAX_LENGTH ? html.slice(0, MAX_LENGTH) : html), MAX_DEPTH);
  const isData = findDataTables(source);
  const seen = new Map<string, number>();
  let remoteImages = 0;
  const flatten = (tagName: string, attribs: sanitize.Attributes): sanitize.Tag => {
    const index = seen.get(tagName) ?? 0;
    seen.set(tagName, index + 1);
    return isData.get(tagName)?.[index] ? { tagName, attribs } : { tagName: "div", attribs };
  };
  const clean = sanitize(source, {
    allowedTags: TAGS.split(" "),
    nonTextTags: WITHOUT_CONTENT.split(" "),
    allowedAttributes: {
      a: ["href", "rel", "target"],
      img: ["alt", "data-cid"],
      span: ["data-image"],
      td: ["colspan", "rowspan"],
      th: ["colspan", "rowspan"],
      ol: ["start"],
      "*": ["dir"],
    },
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowProtocolRelative: false,
    disallowedTagsMode: "discard",
    transformTags: {
      ...Object.fromEntries(TABLE_TAGS.map((name) => [name, flatten])),
      a: (_, attribs) => safeLink(attribs),
      img: (_, attribs) => {
        const image = safeImage(attribs);
        if (image.remote) remoteImages++;
        return image.tag;
      },
    },
  });
  return { html: clean, remoteImages };
}

/** Gives inline images their address: `urls` maps a Content-ID without brackets to a path of ours. */
export function resolveInlineImages(sanitizedHtml: string, urls: ReadonlyMap<string, string>): string {
  return sanitizedHtml.replace(/data-cid="([^"]{1,500})"/g, (all, id: string) => {
    const plain = id.replaceAll("&amp;", "&").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"');
    const url = urls.get(plain);
    return url === undefined || !/^(?:https?:\/\/|\/(?!\/))/.test(url) ? all : `${all} src="${escapeHtml(url)}"`;
  });
}

function safeLink(attribs: sanitize.Attributes): sanitize.Tag {
  // Browsers ignore white space and controls inside a scheme.
  const href = (attribs["href"] ?? "")
    .replace(/[\p{Cc} \u00a0]+/gu, (run) => (/^ +$/.test(run) ? "%20" : ""))
    .replace(/^(?:%20)+/, "");
  if (!SAFE_LINK.test(href)) return { tagName: "span", attribs: {} };
  return { tagName: "a", attribs: { href, rel: "noopener noreferrer nofollow", target: "_blank" } };
}

function safeImage(attribs: sanitize.Attributes): { tag: sanitize.Tag; remote: boolean } {
  const src = (attribs["src"] ?? "").trim();
  const alt = (attribs["alt"] ?? "").trim().slice(0, 300);
  const cid = /^cid:(.{1,400})$/i.exec(src);
  if (cid) return { remote: false, tag: { tagName: "img", attribs: { alt, "data-cid": decodeCid(cid[1] ?? "") } } };
  const remote = /^(?:https?:)?\/\//i.test(src.replace(/[\p{Cc} ]/gu, ""));
  const tag: sanitize.Tag = { tagName: "span", attribs: { "data-image": remote ? "remote" : "removed" } };
  // A picture of one pixel is a counter, not something to mention.
  if (alt !== "" && !/^[01](?:px)?$/.test(attribs["width"] ?? "")) tag.text = alt;
  return { remote, tag };
}

function decodeCid(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

type OpenTable = {
  name: string;
  index: number;
  members: [string, number][];
  rows: number;
  cells: number;
  widest: number;
  nested: boolean;
  data: boolean;
};

/** Which tables hold data (headings, a border, or a grid of their own) and which only lay the mail out; per tag, in source order. */
function findDataTables(html: string): Map<string, boolean[]> {
  const result = new Map<string, boolean[]>(TABLE_TAGS.map((name) => [name, []]));
  const open: OpenTable[] = [];
  const close = (table: OpenTable) => {
    const grid = table.rows >= 2 && table.widest >= 2 && !table.nested && open.length === 0;
    if (!(table.data || grid) || table.nested) return;
    for (const [name, index] of table.members) (result.get(name) ?? [])[index] = true;
  };
  for (const token of scanHtml(html)) {
    const flags = token.kind === "text" ? undefined : result.get(token.name);
    if (!flags) continue;
    const current = open[open.length - 1];
    if (token.kind === "close") {
      if (token.name === "table" && current) close(open.pop() ?? current);
      continue;
    }
    const index = flags.push(false) - 1;
    if (token.name === "table") {
      if (current) current.nested = true;
      const border = Number.parseInt(attributeOf(token.attributes, "border") ?? "0", 10) > 0;
      open.push({
        name: "table",
        index,
        members: [["table", index]],
        rows: 0,
        cells: 0,
        widest: 0,
        nested: false,
        data: border,
      });
      continue;
    }
    if (!current) continue;
    current.members.push([token.name, index]);
    if (token.name === "th") current.data = true;
    if (token.name === "tr") {
      current.rows++;
      current.cells = 0;
    } else if (token.name === "td" || token.name === "th") {
      current.widest = Math.max(current.widest, ++current.cells);
    }
  }
  while (open.length > 0) {
    const table = open.pop();
    if (table) close(table);
  }
  return result;
}
