import { otherSpellings } from "../other-spellings";
import { countSlips, oneSlipAway, rankNeighbours } from "../spelling";
import { isCyrillic } from "../words";
import { gather, meantOf, type Meant, type Vocabulary } from "./meant";
import { findByLexemes, findWords } from "./word-statistics";

const SHORTEST_FORM = 5;
const SHORTEST_SPELLING = 4;

/** Words whose base form is one slip away from that of a misspelt one: no text has the form that was meant. */
export async function findByForm(
  { sql, place, family, languages }: Vocabulary,
  baseForms: readonly string[],
): Promise<Meant[]> {
  const forms = baseForms.filter((form) => form.length >= SHORTEST_FORM);
  if (!forms.length) return [];
  const found = await findByLexemes(sql, place, family, forms.flatMap(oneSlipAway));
  const near = found.filter(({ lexeme }) =>
    forms.some((form) => form[0] === lexeme[0] && countSlips(form, lexeme, 1) === 1),
  );
  const { neighbours, rows } = gather(near, languages);
  return neighbours.sort((a, b) => b.documents - a.documents).map((one) => meantOf(one, rows, languages));
}

/** Words that are the unknown one in other letters, or one slip away from it. Latin letters are Russian for Russians only. */
export async function findInOtherLetters({ sql, place, family, languages }: Vocabulary, key: string): Promise<Meant[]> {
  if (!isCyrillic(key) && !languages.includes("ru")) return [];
  const spellings = otherSpellings(key).filter((one) => one.length >= SHORTEST_SPELLING);
  if (!spellings.length) return [];
  const slips = (one: string) => (isCyrillic(key) || one.length > SHORTEST_SPELLING ? 1 : 0);
  const forms = spellings.flatMap((one) => [one, ...(slips(one) ? oneSlipAway(one) : [])]);
  const { neighbours, rows } = gather(await findWords(sql, place, family, forms), languages);
  return spellings
    .flatMap((one) => rankNeighbours(one, neighbours, slips(one)))
    .map((one) => meantOf(one, rows, languages));
}
