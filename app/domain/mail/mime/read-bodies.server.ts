import { decodeBytes } from "./charset";
import { cleanBody } from "./clean-text";
import { parseParameters } from "./header-parameters";
import { nameOf, readAttachment, transferEncodingOf, type MailAttachment } from "./mail-attachment.server";
import { unpackTnef, type UnpackedTnef } from "./unpack-tnef.server";
import type { MimePart } from "./mime-tree";
import { textToHtml } from "./text-to-html";
import { decodeTransfer } from "./transfer-encoding";
import { unflowText } from "./unflow-text";

type Piece = { kind: "text" | "html"; content: string };
/** What one branch offers: the same content as text and as HTML, either may be missing. */
type Offer = Piece[];

export type Bodies = {
  text: string | null;
  html: string | null;
  attachments: MailAttachment[];
  charset: string | null;
};

/**
 * Text, HTML and files of a message: of a multipart/alternative the text and the HTML, all other displayed parts in
 * order, everything else as an attachment. `text` is null when only HTML came. Line ends are LF.
 */
export function readBodies(root: MimePart): Bodies {
  const files: MimePart[] = [];
  const state = { files, charset: null as string | null, first: true };
  const pieces = walk(root, state);
  const texts = pieces.filter((piece) => piece.kind === "text");
  const htmls = pieces.filter((piece) => piece.kind === "html");
  const paired = pieces.some((piece) => piece.kind === "html" && textOf.has(piece));
  const html = htmls.length === 0 ? null : joinHtml(pieces);
  const text = texts.length > 0 || paired ? joinTexts(pieces) : null;
  const packed = files.map((part) => unpackTnef(part));
  const own =
    text === null && html === null ? packed.find((one) => one && (one.text !== null || one.html !== null)) : null;
  const shown = own ?? { text, html };
  const ids = shown.html?.includes("cid:") ? shown.html : "";
  const used = (id: string) => ids.includes(`cid:${id}`) || ids.includes(`cid:${encodeURIComponent(id)}`);
  const attachments = files.flatMap((part, i) => filesOf(part, i, packed[i] ?? null, used));
  return { text: shown.text, html: shown.html, attachments, charset: state.charset };
}

/** A part as the file that it is; what Outlook packed into winmail.dat as the files inside. */
function filesOf(
  part: MimePart,
  index: number,
  packed: UnpackedTnef | null,
  used: (contentId: string) => boolean,
): MailAttachment[] {
  if (!packed) return [readAttachment(part, index, used)];
  return packed.files.map((file) => ({ ...file, inline: file.contentId !== null && used(file.contentId) }));
}

type Walk = { files: MimePart[]; charset: string | null; first: boolean };

/** The plain text that came beside an HTML piece in the same multipart/alternative. */
const textOf = new WeakMap<Piece, string>();

function walk(part: MimePart, state: Walk): Offer {
  const type = part.contentType.value;
  if (part.children.length > 0) {
    if (type === "multipart/alternative") return walkAlternative(part, state);
    return part.children.flatMap((child) => walk(child, state));
  }
  const kind = displayedAs(part, state.first);
  if (kind === null) {
    state.files.push(part);
    return [];
  }
  state.first = false;
  const content = readText(part, kind, state);
  return content.trim() === "" && kind === "text" ? [] : [{ kind, content }];
}

function walkAlternative(part: MimePart, state: Walk): Offer {
  const offers = part.children.map((child) => walk(child, state)).filter((offer) => offer.length > 0);
  const html = offers.findLast((offer) => offer.some((piece) => piece.kind === "html"));
  const text = offers.find((offer) => offer.every((piece) => piece.kind === "text"));
  if (!html) return text ?? [];
  const content = text?.map((piece) => piece.content).join("\n") ?? "";
  const first = html.find((piece) => piece.kind === "html");
  if (first && content.trim() !== "") textOf.set(first, content);
  return html;
}

function displayedAs(part: MimePart, first: boolean): "text" | "html" | null {
  const raw = part.fields.find((field) => field.name === "content-disposition")?.raw ?? "";
  const disposition = parseParameters(raw);
  const type = part.contentType.value;
  // A multipart whose boundary never comes is shown as the text that it is.
  const kind = type === "text/html" ? "html" : type === "text/plain" || type.startsWith("multipart/") ? "text" : null;
  if (kind === null || (disposition.value !== "" && disposition.value !== "inline")) return null;
  return first || nameOf(part, disposition.parameters) === null ? kind : null;
}

function readText(part: MimePart, kind: "text" | "html", state: Walk): string {
  const bytes = decodeTransfer(part.body, transferEncodingOf(part));
  const declared = part.contentType.parameters.get("charset") ?? (kind === "html" ? metaCharset(bytes) : null);
  state.charset ??= declared;
  const text = cleanBody(decodeBytes(bytes, declared, state.charset));
  const flowed = kind === "text" && part.contentType.parameters.get("format")?.toLowerCase() === "flowed";
  return flowed ? unflowText(text, part.contentType.parameters.get("delsp")?.toLowerCase() === "yes") : text;
}

function metaCharset(bytes: Buffer): string | null {
  return (
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(bytes.subarray(0, 2048).toString("latin1"))?.[1] ?? null
  );
}

function joinHtml(pieces: Offer): string {
  return pieces.map((piece) => (piece.kind === "html" ? piece.content : textToHtml(piece.content))).join("<br>\n");
}

function joinTexts(pieces: Offer): string | null {
  const texts = pieces.map((piece) => (piece.kind === "text" ? piece.content : textOf.get(piece)));
  // HTML without a text of its own beside other text: the caller derives the whole from the HTML.
  return texts.some((text) => text === undefined) ? null : texts.join("\n");
}
