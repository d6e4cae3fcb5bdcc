import { FIRST_NAMES } from "./first-names";
import type { Span } from "./mark";
import { nameForms } from "./name-forms";

/** A word of a name: Rossi, O'Neil, Jean-Luc, d'Angelo, ROSSI. */
const WORD = "(?:[dDlL]['’])?\\p{Lu}[\\p{L}'’]*\\p{L}(?:-\\p{Lu}\\p{L}+)*";
const INITIALS = "\\p{Lu}\\.(?: ?\\p{Lu}\\.)?";
/** One to four words, with initials and what stands between the parts of a name. */
const NAME = `(?:${INITIALS} ?)?${WORD}(?: (?:(?:di|de|del|della|van|von|der) )?${WORD}| ${INITIALS}){0,3}`;

const GREETINGS =
  /(?:^|(?<=\n|[.!?] ))[ \t>]*(?:dear|hello|hi|hey|good (?:morning|afternoon|evening)|thanks|thank you|ciao|gentile|gentilissim[oa]|gent\.mo|gent\.ma|gentil[ei]|egregi[oa]|buongiorno|buonasera|salve|grazie|bună(?: ziua| seara| dimineața)?|salut|stimat[ăe]|dragă|mulțumesc|mulțumim|дорог(?:ой|ая)|уважаем(?:ый|ая)|здравствуйте|добрый (?:день|вечер)|доброе утро|привет|спасибо)[ \t,!]+/giu;
/** Who is greeted and named by nobody. */
const ANYBODY =
  /^(?:customers?|clients?|sirs?|madam|team|all|everyone|everybody|there|colleagues?|support|again|clienti?e?|signor[ei]|signora|tutti|collegh?[aei]|domnule|doamnă|doamna|tuturor|colegi|клиент\p{L}*|покупател\p{L}*|коллеги|господа|всем|друзья)$/iu;
const TITLES =
  "[Mm]rs?|[Mm]s|[Mm]iss|[Mm]x|[Dd]r|[Pp]rof(?:\\.ssa)?|[Ss]ig(?:\\.?r?a|\\.na)?|[Ss]ignor[ae]?|[Ss]ignorina|[Dd]ott(?:\\.ssa)?|[Dd]ottor(?:e|essa)|[Ii]ng|[Aa]vv|[Aa]rch|[Gg]eom|[Rr]ag|[Dd]omnul(?:ui|e)?|[Dd]oamn(?:a|ei|ă)|[Dd]-?l(?:ui|ul)?|[Dd]-?n(?:a|ei)|[Гг]осподин\\p{L}{0,3}|[Гг]осп?ож\\p{L}{1,3}|[Гг]-н\\p{L}{0,2}|[Гг]-ж\\p{L}{1,2}|[Гг]р";
const CALLED =
  "[Mm]y name is|[Ii]['’]m called|[Mm]i chiamo|[Mm]ă numesc|[Nn]umele meu este|[Mm]eu nume este|[Мм]еня зовут|[Cc]olleagues?|[Tt]echnician|[Ee]ngineer|[Cc]ourier|[Dd]river|[Cc]ollega|[Tt]ecnic[oa]|[Cc]orriere|[Aa]utista|[Cc]oleg(?:ul|a|ei|ului)(?: (?:meu|mea|mele|meu|nostru|noastră|noastre))?|[Tt]ehnician(?:ul|a|ului)?|[Cc]urierul(?:ui)?|[Кк]оллег\\p{L}{1,3}|[Мм]енеджер\\p{L}{0,3}|[Мм]астер\\p{L}{0,3}|[Ии]нженер\\p{L}{0,3}|[Кк]урьер\\p{L}{0,3}|[Вв]одител\\p{L}{1,3}|[Сс]пециалист\\p{L}{0,3}";

const BEFORE = "(?<![\\p{L}\\p{N}])";
const AFTER = "(?![\\p{L}\\p{N}])";
const TITLED = new RegExp(`${BEFORE}(?:${TITLES})\\.? (?:(?:${TITLES})\\.? )?(${NAME})${AFTER}`, "gu");
const INTRODUCED = new RegExp(`${BEFORE}(?:${CALLED}),? (${NAME})${AFTER}`, "gu");
const TWO_INITIALS = new RegExp(
  `${BEFORE}((?:\\p{Lu}\\. ?){2}${WORD}|\\p{Lu}\\p{Ll}{2,} \\p{Lu}\\. ?\\p{Lu}\\.)`,
  "gu",
);
/** Name, patronymic, surname: the middle one is known by its ending, in every case. */
const PATRONYMIC =
  /(?<![\p{L}\p{N}])((?:\p{Lu}[а-яё]+ )?\p{Lu}[а-яё]+(?:[ое]вич(?:[аеу]|ем)?|[ьи]ич(?:[аеу]|[её]м)?|[ое]вн(?:[аеуы]|ой|ою)|иничн(?:[аеуы]|ой)|ичн(?:[аеуы]|ой))(?: \p{Lu}[а-яё]+)?)(?![\p{L}\p{N}])/gu;
const CAPITAL = /(?<![\p{L}\p{N}-])\p{Lu}\p{L}+(?![\p{L}\p{N}])/gu;
const GIVEN = new RegExp(`^(?:${[...new Set(FIRST_NAMES.map(nameForms))].join("|")})$`, "iu");
/** Shorter ones in capitals are abbreviations: ИНН is not Инна. */
const SHOUTED = /^\p{Lu}{2,4}$/u;
const SURNAMES = new RegExp(`(?: (?:(?:di|de|del|della|van|von|der) )?${WORD}${AFTER}){1,2}`, "uy");
const GREETED = new RegExp(`(?:(?:${TITLES})\\.? ){0,2}(${NAME})(?=\\s*[,!.;:\\n–—-]|\\s*$)`, "uy");

/** Who is greeted, has a title, is introduced, or has a name that many have: people whom the ticket may not know. */
export const metPeople = (text: string): Span[] => [
  ...greeted(text),
  ...found(text, TITLED, { whole: true }),
  ...found(text, INTRODUCED),
  ...found(text, TWO_INITIALS),
  ...found(text, PATRONYMIC),
  ...given(text),
];

function greeted(text: string): Span[] {
  return [...text.matchAll(GREETINGS)].flatMap(({ 0: match, index }) => {
    GREETED.lastIndex = index + match.length;
    const name = GREETED.exec(text)?.[1];
    if (!name || ANYBODY.test(name)) return [];
    return [{ start: index + match.length, end: GREETED.lastIndex, kind: "name" as const }];
  });
}

/** A first name with a capital, and the surname behind it. */
function given(text: string): Span[] {
  const known = new Map<string, boolean>();
  return [...text.matchAll(CAPITAL)].flatMap(({ 0: word, index }) => {
    const isGiven = known.get(word) ?? (!SHOUTED.test(word) && GIVEN.test(word));
    known.set(word, isGiven);
    if (!isGiven) return [];
    const end = index + word.length;
    SURNAMES.lastIndex = end;
    return [{ start: index, end: end + (SURNAMES.exec(text)?.[0].length ?? 0), kind: "name" as const }];
  });
}

const found = (text: string, pattern: RegExp, { whole = false } = {}): Span[] =>
  [...text.matchAll(pattern)].flatMap(({ 0: match, 1: name = "", index }) => {
    const end = index + match.length;
    return ANYBODY.test(name) ? [] : [{ start: whole ? index : end - name.length, end, kind: "name" as const }];
  });
