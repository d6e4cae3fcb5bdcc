import { cleanLine } from "./clean-text";
import { decodeEightBit, decodeWords } from "./encoded-words";
import { mailLimits } from "./limits";

export type MailAddress = { name: string; address: string };

/**
 * RFC 5322 address list, tolerant: comments, groups, routes, semicolons, missing brackets or commas.
 * Entries without an address are left out; names are decoded and harmless; the address keeps its case.
 */
export function parseAddresses(raw: string, hint?: string | null, bareNames = false): MailAddress[] {
  const text = decodeEightBit(raw, hint);
  const found: MailAddress[] = [];
  const lastSemicolon = text.lastIndexOf(";");
  let mailbox = emptyMailbox();
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? "";
    if (char === '"') {
      const end = closingQuote(text, i);
      mailbox.phrase += ` "${text.slice(i + 1, end)}" `;
      mailbox.words += text.slice(i + 1, end).replace(/\\(.)/gs, "$1");
      i = end;
    } else if (char === "(") {
      const end = closingComment(text, i);
      mailbox.comments.push(text.slice(i + 1, end).replace(/\\(.)/gs, "$1"));
      i = end;
    } else if (char === "<") {
      const close = text.indexOf(">", i);
      const end = close < 0 ? text.length : close;
      mailbox.angle = text.slice(i + 1, end);
      i = end;
    } else if (char === "," || char === ";") {
      finish(mailbox, found, bareNames);
      mailbox = emptyMailbox();
    } else if (char === ":" && mailbox.angle === null && i < lastSemicolon && !mailbox.phrase.includes("@")) {
      mailbox = emptyMailbox(); // the name of a group
    } else {
      mailbox.phrase += char;
      mailbox.words += char;
    }
  }
  finish(mailbox, found, bareNames);
  return found;
}

type Mailbox = { phrase: string; words: string; angle: string | null; comments: string[] };

function emptyMailbox(): Mailbox {
  return { phrase: "", words: "", angle: null, comments: [] };
}

function finish(mailbox: Mailbox, found: MailAddress[], bareNames: boolean): void {
  const comment = mailbox.comments.join(" ");
  if (mailbox.angle !== null) {
    const address = cleanAddress(mailbox.angle);
    if (address.includes("@") || (bareNames && address !== "")) {
      found.push({ name: cleanName(mailbox.words.trim() === "" ? comment : mailbox.words), address });
      return;
    }
  }
  const tight = mailbox.phrase
    .replace(/\s+/g, " ")
    .replace(/ ?([.@]) ?/g, "$1")
    .trim();
  if (!tight.includes("@")) {
    if (bareNames && /^[^\s"]+$/.test(tight)) found.push({ name: cleanName(comment), address: cleanAddress(tight) });
    return;
  }
  // Several addresses without commas between them, or an address without brackets after its name.
  const words = tight.match(/"[^"]*"@\S+|"[^"]*"|\S+/g) ?? [];
  const rest: string[] = [];
  for (const word of words) {
    const inQuotes = word.startsWith('"') && word.endsWith('"');
    if (!inQuotes && /.@./.test(word)) {
      const name = cleanName(rest.splice(0).join(" ")) || cleanName(words.length === 1 ? comment : "");
      found.push({ name, address: cleanAddress(word) });
    } else {
      rest.push(inQuotes ? word.slice(1, -1) : word);
    }
  }
  if (found.length === 0 && mailbox.words.includes("@")) {
    const quoted = /[^\s<>"]+@[^\s<>"]+/.exec(mailbox.words.slice(0, 1000));
    if (quoted) found.push({ name: "", address: cleanAddress(quoted[0]) });
  }
}

function cleanName(words: string): string {
  const name = cleanLine(decodeWords(words), mailLimits.nameLength);
  return name.length > 1 && /^(['"]).*\1$/.test(name) ? name.slice(1, -1).trim() : name;
}

/** Strips comments, white space, "mailto:" and a source route; an encoded word in an address is not an address. */
function cleanAddress(text: string): string {
  const bare = text
    .slice(0, 2000)
    .replace(/\([^()]*\)/g, "")
    .replace(/[\s\p{Cc}\u200b\u202a-\u202e\u2066-\u2069\ufeff<>]+/gu, "")
    .replace(/^mailto:/i, "")
    .replace(/^@[^:]*:/, "");
  return bare.startsWith("'") && bare.endsWith("'") ? bare.slice(1, -1) : bare;
}

function closingQuote(text: string, open: number): number {
  for (let i = open + 1; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === '"') return i;
  }
  return text.length;
}

function closingComment(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === "(") depth++;
    else if (text[i] === ")" && --depth === 0) return i;
  }
  return text.length;
}
