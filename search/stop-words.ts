import type { SearchLocale } from "./document";

const list = (words: string) => new Set(words.split(/\s+/).filter(Boolean));

/** Words of grammar, folded: not indexed in texts of their language, and not asked for. Single letters belong to them. */
const GRAMMAR: Record<SearchLocale, Set<string>> = {
  en: list(`a an and are as at be been being but by did do does doing don for from had has have having he her hers him his
    how i if in into is isn it its ll me my of on or our ours re s she so t than that the their theirs them then there these
    they this those to too us ve was wasn we were what when where which while who whom whose why will with would you your
    yours am d m aren didn doesn hasn haven hadn shouldn wouldn couldn won shall should could can may might must about
    also just only very such some any`),
  it: list(`a ad ai al alla alle allo agli all anche c che chi ci cio come con cosa cui d da dagli dai dal dall dalla dalle
    dallo degli dei del dell della delle dello di dove e ed era erano essere fa fare gli ha hai hanno ho i il in io l la le
    lei li lo loro lui ma me mi mia mie miei mio ne nei nel nell nella nelle nello negli no noi non nostra nostre nostri
    nostro o od per perche piu po poi puo puoi possa possono posso qual quale quali quando quanto quella quelle quelli quello
    quest questa queste questi questo qui sara se sei si sia siamo siete sono sta stato su sua sue sugli sui sul sull
    sulla sulle sullo suo suoi t te ti tra fra tu tua tue tuo tuoi un una uno un v vi viene voi vostra vostro e s m`),
  ro: list(`a ai al ale am ar are as asta atat au avea aveti avem b ca cad care ce cea cei cel cele celor cine cu cum d da
    daca dar de deci decat din dintr dintre dupa e ea ei el ele era este eu fi fie fost i iar ii il in inainte insa intr intre
    isi la le li lor lui m ma mai mea mei meu mi mie n ne ni nici niste noastra noastre nostri nostru noua nu o ori pe
    pentru peste pot poate prin s sa sai sale sau sau se si sub sunt suntem sunteti ta tai tale tau te ti tot toata toate toti
    tu un una unde unei unele unor unu unui va voastra voastre vostru voi vom vor vreo l ul cat cand fara spre despre asa
    acest acesta aceasta aceste acestea acestor acel acea acele acei`),
  ru: list(`а без бы был была были было быть в вам вас ваш ваша ваше ваши во вот все всех вы где да даже для до его ее если
    есть еще же за здесь и из или им их к как какая какие какой ко когда кто ли либо мне может можно мой моя мое мои мы на над
    надо нам нас наш не него нее нет ни них но ну о об он она они оно от по под при про с свой своя свое свои себя со так
    также там то тогда того тоже только том тот ту ты у уже что чтобы чего чем этот эта это эти этого этой этом я мной меня
    тебя тебе нужно`),
};

/** Polite and empty words of questions: indexed, but a question is not about them. */
const FILLER: Record<SearchLocale, Set<string>> = {
  en: list(`hello hi please thanks thank want need help get got like know tell way able trying try possible question
    problem issue use using happens happen make still now im ive cant dont doesnt isnt let does really`),
  it: list(`buongiorno salve ciao grazie prego vorrei voglio bisogno aiuto devo deve dobbiamo bisogna occorre serve sapere
    possibile potete potrei riesco riesce fatto quindi ancora modo problema favore viene succede usare`),
  ro: list(`buna ziua salut multumesc rog vreau doresc as trebuie nevoie ajutor stiu posibil puteti putea reusesc reuseste
    problema intrebare fac face facut mod vreo inca acum folosi intampla`),
  ru: list(`здравствуйте привет пожалуйста спасибо хочу хотел хотела помогите помощь должен должна подскажите скажите
    возможно могу можете удается получается вопрос проблема делать сделать сейчас будет случится произойдет использовать`),
};

/** No search is about this word in a text of this language. */
export const isGrammar = (locale: SearchLocale, folded: string): boolean =>
  (folded.length === 1 && !/\p{N}/u.test(folded)) || GRAMMAR[locale].has(folded);

/** Counts little in a question and is never required. */
export const isFiller = (locale: SearchLocale, folded: string): boolean => FILLER[locale].has(folded);

/**
 * The languages a question is written in: the reader's, and the one most of whose words of grammar stand in it when that
 * is another.
 */
export function languagesOf(reader: SearchLocale | null, words: readonly string[]): SearchLocale[] {
  const counts = (Object.keys(GRAMMAR) as SearchLocale[]).map((locale) => ({
    locale,
    hits: words.filter((word) => word.length > 1 && (GRAMMAR[locale].has(word) || FILLER[locale].has(word))).length,
  }));
  const own = counts.find(({ locale }) => locale === reader)?.hits ?? 0;
  const best = counts.reduce((a, b) => (b.hits > a.hits ? b : a));
  const readers = reader ? [reader] : [];
  return best.hits > own ? [best.locale, ...readers] : readers;
}
