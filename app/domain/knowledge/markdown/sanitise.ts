import type sanitizeHtml from "sanitize-html";
import { fileAddress, fileIdOf, linkTarget, withoutControls } from "./link-target";
import type { OwnMarkup } from "./own-markup";

/** What a text's pictures and files are, by id. */
export type KnownFiles = ReadonlyMap<
  string,
  { name: string; type: string; width: number | null; height: number | null }
>;

/** What the text points at, as it is written there. */
export type Found = { links: Set<string>; imageIds: Set<string> };

const TAGS =
  "a abbr b blockquote br caption code dd del details div dl dt em figcaption figure h2 h3 h4 hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var";
const WITHOUT_CONTENT =
  "script style title textarea option select noscript template svg math iframe object embed applet audio video canvas xmp noembed noframes plaintext";
const RENAMED: Record<string, string> = { h1: "h2", h5: "h4", h6: "h4", strike: "s", tt: "code" };
const OWN = ["class", "id", "role", "tabindex", "scope"];
const DEEPEST = 40;

/** The sanitiser's options for one text: a list of tags, no style, no class or id but ours, links and pictures looked at. */
export function optionsFor(own: OwnMarkup, locale: string, files: KnownFiles, found: Found): sanitizeHtml.IOptions {
  return {
    allowedTags: TAGS.split(" "),
    nonTextTags: WITHOUT_CONTENT.split(" "),
    allowedAttributes: {
      a: ["href", "rel", "title"],
      img: ["src", "alt", "title", "width", "height", "loading", "decoding"],
      abbr: ["title"],
      ol: ["start"],
      td: ["colspan", "rowspan"],
      th: ["colspan", "rowspan"],
      details: ["open"],
      "*": OWN,
    },
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowProtocolRelative: false,
    disallowedTagsMode: "discard",
    nestingLimit: DEEPEST,
    transformTags: {
      a: (_, attribs) => link(attribs, locale, files, found),
      img: (_, attribs) => picture(attribs, files, found),
      "*": (name, attribs) => {
        const kept = Object.fromEntries(Object.entries(attribs).filter(([name]) => !OWN.includes(name)));
        return { tagName: RENAMED[name] ?? name, attribs: { ...kept, ...own.keep(attribs) } };
      },
    },
  };
}

type Attributes = Record<string, string>;

function link({ href = "", title }: Attributes, locale: string, files: KnownFiles, found: Found): sanitizeHtml.Tag {
  const fileId = fileIdOf(withoutControls(href));
  const target = fileId ? addressOf(fileId, files) : linkTarget(href, locale);
  if (target === null) return { tagName: "span", attribs: {} };
  if (fileId) found.imageIds.add(fileId);
  else if (!/^(?:#|mailto:|tel:)/i.test(target)) found.links.add(withoutControls(href));
  const rel: Attributes = /^https?:/i.test(target) ? { rel: "noopener" } : {};
  return { tagName: "a", attribs: { href: target, ...rel, ...(title && { title }) } };
}

/** Only pictures of our own are shown: another site's would tell it who reads what. */
function picture({ src = "", alt = "", title }: Attributes, files: KnownFiles, found: Found): sanitizeHtml.Tag {
  const id = fileIdOf(withoutControls(src));
  if (!id) return { tagName: "span", attribs: {}, text: alt };
  found.imageIds.add(id);
  const file = files.get(id);
  const href = addressOf(id, files);
  if (file && !file.type.startsWith("image/")) return { tagName: "a", attribs: { href }, text: alt || file.name };
  const size: Attributes = file?.width && file.height ? { width: String(file.width), height: String(file.height) } : {};
  return {
    tagName: "img",
    attribs: { src: href, alt, ...(title && { title }), ...size, loading: "lazy", decoding: "async" },
  };
}

const addressOf = (id: string, files: KnownFiles): string => fileAddress(id, files.get(id)?.name ?? "file");
