import type { Span } from "./mark";

const WORD = "[\\p{Lu}\\d][\\p{L}\\p{N}&'’.-]{0,40}";
const FORMS =
  "S\\.?p\\.?A|S\\.?r\\.?l\\.?s?|S\\.?R\\.?L|S\\.?n\\.?c|S\\.?a\\.?s|S\\.A|Ltd|LTD|Limited|LLC|LLP|Inc|GmbH|Plc|PLC|PFA";
const BEHIND = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${WORD} (?:(?:&|e|și|and) )?){1,4}(?:${FORMS})(?![\\p{L}\\p{N}])\\.?`,
  "gu",
);
const QUOTED =
  /(?<![\p{L}\p{N}])(?:ООО|ЗАО|ОАО|ПАО|АО|ТОО|ИП|ГК|S\.?C\.?) ?(?:[«"“„][^»"”\n]{2,60}[»"”]|\p{Lu}[\p{L}-]+(?: \p{Lu}(?:\.|[\p{L}-]+)){0,3})/gu;

/** Companies by their legal form, before or behind the name. */
export const companies = (text: string): Span[] =>
  [BEHIND, QUOTED].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({
      start: index,
      end: index + match.length,
      kind: "organization" as const,
    })),
  );
