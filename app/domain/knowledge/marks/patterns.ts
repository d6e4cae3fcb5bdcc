import type { MarkKind, Span } from "./mark";

/** With a scheme, with www, or a domain with a path behind it. */
const LINK =
  /(?<![\p{L}\p{N}@.-])(?:https?:\/\/|www\.|(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?\/)[^\s<>"'`)\]]*[^\s<>"'`)\].,;:!?]/giu;
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** With a plus or a leading zero, brackets and the usual separators; 7 to 15 digits (E.164). */
const PHONE = /(?<![\p{L}\p{N}#/.-])(?:\+|00?|\(0{0,2}\d{1,4}\))[\d() ./-]{6,22}\d(?![\p{L}\p{N}])/gu;
/** Groups of figures without either: 8 (495) 123-45-67, 333 123 4567, also papers such as 4512 345678. */
const GROUPS = /(?<![\p{L}\p{N}#/.,-])\(?\d{1,5}\)?(?:[ .-]\(?\d{2,7}\)?){1,5}(?![\p{L}\p{N}]|[.,]\d)/gu;
/** A serial, an order: five digits or more, or three and more behind a number sign. */
const NUMBER = /(?<![\p{L}\p{N}])(?:[#№] ?[\p{L}]{0,4}-?\d{3,}|[\p{L}\d]+(?:[-/_.][\p{L}\d]+)*)(?![\p{L}\p{N}])/gu;
/** ISO 13616, however it is grouped. */
const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z\d]){11,30}(?![\p{L}\p{N}])/gu;
/** What is called a number, of three digits or more. */
const CALLED =
  /(?<![\p{L}\p{N}])(?:orders?|tickets?|cases?|invoices?|accounts?|contract|policy|reference|ref|serial|passport|ordin[ei]|fattura|bolla|pratica|contratto|cliente|matricola|passaporto|comanda|comenzii|factura|facturii|contractul(?:ui)?|seria|pașaport(?:ul)?|заказ\p{L}{0,3}|сч[её]т\p{L}{0,3}|договор\p{L}{0,3}|обращени\p{L}{1,2}|заявк\p{L}{1,2}|накладн\p{L}{1,3}|тикет\p{L}{0,3}|паспорт\p{L}{0,2})\.?(?: (?:number|no|n|nr|num|numero|numărul|номер\p{L}{0,2}|серии)(?:\.|°|º)?)?[ :#№]{1,3}((?:[\p{Lu}]{1,4}[-/ ]?)?\d{3,}(?:[-/]\d+)*)(?![\p{L}\p{N}]|[.,]\d| ?(?:ml|l|kg|g|mm|cm|m|pcs|pieces|units|pezzi|bucăți|bar|rpm|[vw]|eur|lei|мл|л|кг|г|мм|см|м|шт|бар|руб)(?![\p{L}])| ?[°%€£$₽])/giu;
/** Registration plates: Italy, Romania, Russia; a British one only where it is called so. British insurance numbers. */
const PLATES = [
  /(?<![\p{L}\p{N}-])[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\p{N}-])/gu,
  /(?<![\p{L}\p{N}-])[A-HJ-NPR-TV-Z]{2} ?\d{3} ?[A-HJ-NPR-TV-Z]{2}(?![\p{L}\p{N}-])/gu,
  /(?<![\p{L}\p{N}-])(?:B|AB|AG|AR|BC|BH|BN|BR|BT|BV|BZ|CJ|CL|CS|CT|CV|DB|DJ|GJ|GL|GR|HD|HR|IF|IL|IS|MH|MM|MS|NT|OT|PH|SB|SJ|SM|SV|TL|TM|TR|VL|VN|VS)[ -]?\d{2,3}[ -]?[A-Z]{3}(?![\p{L}\p{N}-])/gu,
  /(?<![\p{L}\p{N}-])[АВЕКМНОРСТУХ] ?\d{3} ?[АВЕКМНОРСТУХ]{2} ?\d{2,3}(?![\p{L}\p{N}-])/giu,
  /(?<=(?:plate|registration|reg)[ :.]{1,2})[A-Z]{2}\d{2} ?[A-Z]{3}(?![\p{L}\p{N}-])/giu,
];
const DATE = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})$/;
const IN_DATE = /(?<!\d)(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4})(?!\d)/;
const NETWORK = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const AMOUNT = /^\d{1,3}(?:[ .]\d{3})+$/;
const RANGE = /^\d{1,4}[-/]\d{1,4}$/;
const DIGIT = /\d/g;

const found = (text: string, pattern: RegExp, kind: MarkKind): Span[] =>
  Array.from(text.matchAll(pattern), ({ 0: match, 1: part, index }) => {
    const end = index + match.length;
    return { start: end - (part ?? match).length, end, kind };
  });
const digitsIn = (text: string, { start, end }: Span): number => text.slice(start, end).match(DIGIT)?.length ?? 0;

/** What the text itself calls an order, a case, a contract. */
export const namedNumbers = (text: string): Span[] => found(text, CALLED, "number");
export const links = (text: string): Span[] => found(text, LINK, "link");
export const emails = (text: string): Span[] => found(text, EMAIL, "email");

/** Dates, amounts and addresses of networks are no telephone numbers. */
export const phones = (text: string): Span[] => [
  ...found(text, PHONE, "phone").filter((span) => {
    const count = digitsIn(text, span);
    return count >= 7 && count <= 15;
  }),
  ...found(text, GROUPS, "phone").filter((span) => {
    const count = digitsIn(text, span);
    const figures = text.slice(span.start, span.end);
    if (IN_DATE.test(figures) || NETWORK.test(figures) || AMOUNT.test(figures)) return false;
    return count >= 9 && count <= 15;
  }),
];

/** Names of products (PX-40), years, ranges and dates are not taken for numbers. */
export const numbers = (text: string): Span[] => [
  ...found(text, NUMBER, "number").filter((span) => {
    const word = text.slice(span.start, span.end);
    if (/^[#№]/.test(word)) return true;
    return digitsIn(text, span) >= 5 && !DATE.test(word) && !RANGE.test(word);
  }),
  ...found(text, IBAN, "number").filter((span) => digitsIn(text, span) >= 8),
  ...PLATES.flatMap((plate) => found(text, plate, "number")),
];
