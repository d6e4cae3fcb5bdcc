import type { Span } from "./mark";

/** Words of a street's name: capitals, figures of dates ("8 Марта", "XX Settembre"), and what stands between. */
const NAME =
  "(?:(?:\\d{1,2} )?\\p{Lu}[\\p{L}'’.-]{0,40}|d(?:i|el|ella|ello|ei|elle|egli|e|a|in)|al|lui|cel|cea|реки|канала)";
const NAMES = `(?:${NAME},? ){0,4}${NAME}`;
const HOUSE =
  "(?:[Nn](?:r|o|um)?\\.? ?|д(?:\\.|ом) ?|№ ?)?\\d{1,4}(?:[/-]?[\\p{L}](?![\\p{L}]))?(?:/\\d{1,3}[\\p{L}]?)?";
/** Block, stairs, floor, flat. */
const INSIDE =
  "(?:,? (?:[Bb]l|[Ss]c|[Ee]t|[Aa]p|[Ii]nt|[Ff]lat|[Aa]pt|к(?:в|орп)|стр|эт|под(?:ъезд)?)\\.? ?[\\p{L}\\d]{1,4})*";
const END = "(?![\\p{L}\\p{N}])";
const of = (street: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${street}) ?${NAMES},? ?${HOUSE}${INSIDE}${END}`, "gu");

const STREETS = [
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:[Ff]lat \\d{1,3}[A-Za-z]?,? )?\\d{1,4}[a-zA-Z]?,? (?:\\p{Lu}[\\p{L}'’-]+ ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Way|Court|Place|Crescent|Close|Gardens|Terrace|Row|Grove|Mews|Hill|Boulevard|Blvd)(?![\\p{L}])`,
    "gu",
  ),
  of(
    "[Vv]ia|[Vv]iale|V\\.le|[Pp]iazz(?:a|ale|etta)|P\\.?(?:zz)?a|[Cc]orso|C\\.so|[Ll]argo|[Vv]icolo|[Ll]ungo(?:mare|tevere)|[Cc]ontrada|[Ss]trada",
  ),
  of("[Ss]tr\\.|[Bb]d\\.|[Bb]dul|[Bb]ulevardul|[Bb]-dul|[Cc]alea|[Aa]leea|[Șș]os\\.|[Șș]oseaua|[Pp]iața|[Ii]ntrarea"),
  of(
    "[Уу]л(?:\\.|иц\\p{L})|[Пп]р(?:\\.|-т|осп(?:\\.|ект\\p{L}?))|[Пп]ер(?:\\.|еул\\p{L}+)|[Пп]л(?:\\.|ощад\\p{L})|[Шш](?:\\.|оссе)|[Нн]аб(?:\\.|ережн\\p{L}+)|[Бб](?:-р|ульвар\\p{L}?)|[Мм]кр\\.?",
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}])\\p{Lu}[а-яё-]+(?:ая|ий|ый|ой|ом|ого|ской) (?:ул(?:\\.|иц\\p{L})|пр(?:\\.|-т|оспект\\p{L}?)|пер(?:\\.|еул\\p{L}+)|наб(?:\\.|ережн\\p{L}+)|шоссе|бульвар\\p{L}?),? ?${HOUSE}${INSIDE}${END}`,
    "gu",
  ),
  // A British postcode is a street.
  /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![\p{L}\p{N}])/gu,
];

/** Streets with their houses in the four languages. */
export const addresses = (text: string): Span[] =>
  STREETS.flatMap((street) =>
    Array.from(text.matchAll(street), ({ 0: match, index }) => ({
      start: index,
      end: index + match.length,
      kind: "address" as const,
    })),
  );
