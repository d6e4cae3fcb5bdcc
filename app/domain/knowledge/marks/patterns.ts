import type { MarkKind, Span } from "./mark";

const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"'`)\]]+[^\s<>"'`)\].,;:!?]/giu;
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** With a plus or a leading zero, brackets and the usual separators; 7 to 15 digits (E.164). */
const PHONE = /(?<![\p{L}\p{N}#/.-])(?:\+|00?|\(0{0,2}\d{1,4}\))[\d() ./-]{6,22}\d(?![\p{L}\p{N}])/gu;
/** A ticket's number, a serial, an order, an IBAN: five digits or more, or three and more behind a number sign. */
const NUMBER =
  /(?<![\p{L}\p{N}])(?:[#№] ?\d{3,}|[\p{Lu}]{2}\d{2}(?: ?[\p{Lu}\d]{4}){2,}(?: ?[\p{Lu}\d]{1,4})?|[\p{L}\d]+(?:[-/_.][\p{L}\d]+)*)(?![\p{L}\p{N}])/gu;
const DATE = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})$/;
const DIGIT = /\d/g;

/** A street and its house in the four languages, with what follows to the end of the line or sentence. */
const STREETS = [
  /\b\d{1,4}[a-z]? (?:\p{Lu}[\p{L}'’-]+ ){1,4}(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Drive|Square|Way|Court|Place)(?![\p{L}])/gu,
  /\b(?:Via|Viale|Piazza|Piazzale|Corso|Largo|Vicolo|Strada) (?:[\p{L}'’.-]+ ){0,4}[\p{L}'’.-]+,? ?(?:n\.? ?)?\d{1,4}(?:\/?[a-z])?(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}])(?:Str(?:\.|ada)|Bd(?:\.|ul)|Bulevardul|Calea|Aleea|Șos(?:\.|eaua)|Piața) ?(?:[\p{L}'’.-]+ ){0,4}[\p{L}'’.-]+,? ?(?:nr\.? ?)?\d{1,4}[a-z]?(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}])(?:ул(?:\.|ица)|пр(?:\.|-т|оспект)|пер(?:\.|еулок)|пл(?:\.|ощадь)|ш(?:\.|оссе)|наб(?:\.|ережная)) ?(?:[\p{L}'’.-]+ ){0,4}[\p{L}'’.-]+,? ?(?:д(?:\.|ом) ?)?\d{1,4}[а-я]?(?![\p{L}\p{N}])/giu,
];

const found = (text: string, pattern: RegExp, kind: MarkKind): Span[] =>
  Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({ start: index, end: index + match.length, kind }));

export const links = (text: string): Span[] => found(text, LINK, "link");
export const emails = (text: string): Span[] => found(text, EMAIL, "email");
export const addresses = (text: string): Span[] => STREETS.flatMap((street) => found(text, street, "address"));

export const phones = (text: string): Span[] =>
  found(text, PHONE, "phone").filter(({ start, end }) => {
    const count = text.slice(start, end).match(DIGIT)?.length ?? 0;
    return count >= 7 && count <= 15;
  });

/** Names of products (PX-40), years, amounts and dates are not taken for numbers. */
export const numbers = (text: string): Span[] =>
  found(text, NUMBER, "number").filter(({ start, end }) => {
    const word = text.slice(start, end);
    if (/^[#№]/.test(word)) return true;
    return (word.match(DIGIT)?.length ?? 0) >= 5 && !DATE.test(word);
  });
