// Texts for the search index: as many different words as people use, the common ones common and the rare ones rare.

const SYLLABLES = {
  en: [
    "pre",
    "con",
    "ter",
    "ing",
    "ment",
    "val",
    "pump",
    "flow",
    "ser",
    "tion",
    "line",
    "ex",
    "ab",
    "ure",
    "ist",
    "ock",
    "ash",
    "ul",
    "and",
    "ort",
    "ish",
    "ode",
    "an",
    "el",
  ],
  it: [
    "con",
    "pre",
    "zio",
    "ne",
    "men",
    "to",
    "val",
    "vola",
    "pom",
    "ser",
    "vi",
    "ra",
    "lo",
    "ti",
    "ca",
    "mo",
    "gli",
    "per",
    "tu",
    "sta",
    "no",
    "ri",
    "da",
    "chi",
  ],
  ro: [
    "con",
    "pre",
    "ție",
    "re",
    "ment",
    "pom",
    "ser",
    "vi",
    "ul",
    "lor",
    "ea",
    "tă",
    "că",
    "mo",
    "fi",
    "per",
    "tu",
    "sta",
    "nă",
    "ri",
    "da",
    "îm",
    "dez",
    "uri",
  ],
  ru: [
    "про",
    "вод",
    "ный",
    "кон",
    "та",
    "ни",
    "ка",
    "ло",
    "ре",
    "мон",
    "на",
    "сос",
    "дав",
    "ле",
    "ние",
    "пре",
    "сто",
    "ва",
    "ри",
    "до",
    "за",
    "ход",
    "тор",
    "ый",
  ],
};
const COMMON = {
  en: "the and of to a in is it you that for on with as are this be at have from or one had by word but not what all were we when your can said there use pump valve order invoice delivery line part motor seal pressure water customer error machine repair warranty password account spare flow noise leak controller display screw housing cable sensor alarm shipment courier address label weight",
  it: "di e il la che per un in è con non una su del si da le dei al come più ma gli alla pompa valvola ordine fattura consegna linea pezzo motore guarnizione pressione acqua cliente errore macchina riparazione garanzia password conto ricambio flusso rumore perdita centralina schermo vite cavo sensore allarme corriere indirizzo etichetta peso",
  ro: "și de la în a cu pe nu o să este din un care că pentru mai pompă supapă comandă factură livrare linie piesă motor garnitură presiune apă client eroare mașină reparație garanție parolă cont flux zgomot scurgere controler ecran șurub cablu senzor alarmă curier adresă etichetă greutate",
  ru: "и в не на я что с по это как мы из за но вы для от до так же насос клапан заказ счёт доставка линия деталь двигатель уплотнение давление вода клиент ошибка машина ремонт гарантия пароль учётная запчасть поток шум протечка контроллер экран винт корпус кабель датчик тревога курьер адрес этикетка вес",
};
export const LANGUAGES = /** @type {const} */ (["en", "it", "ro", "ru"]);
/** Different words of each language, before the slips of those who wrote them. */
const WORDS = 40_000;

/** Numbers in [0, 1) that are the same on every run. @param {number} seed */
export function randomOf(seed) {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4_294_967_296;
  };
}

/** The languages' words, the most common first; the same on every run. @type {Record<string, string[]>} */
export const words = Object.fromEntries(
  LANGUAGES.map((language, nth) => {
    const random = randomOf(nth + 7);
    const list = new Set(COMMON[language].split(" "));
    const syllables = SYLLABLES[language];
    while (list.size < WORDS) {
      let word = "";
      for (let i = 0; i < 2 + Math.floor(random() * 3); i++) word += syllables[Math.floor(random() * syllables.length)];
      list.add(word);
    }
    return [language, [...list]];
  }),
);

/** A word as often as its place in the list says: the n-th with a chance of about 1 / n. @param {() => number} random @param {string} language */
export function anyWord(random, language) {
  const list = words[language] ?? [];
  return list[Math.floor(Math.exp(random() * Math.log(list.length))) - 1] ?? "pump";
}

/** @param {() => number} random @param {string} word two letters exchanged, one left out or one doubled */
export function misspell(random, word) {
  const at = 1 + Math.floor(random() * Math.max(1, word.length - 2));
  const [head, a, b, tail] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)];
  const how = random();
  return how < 0.4 ? head + b + a + tail : how < 0.7 ? head + b + tail : head + a + a + b + tail;
}

/** @param {() => number} random @param {string} language @param {number} length words */
export function text(random, language, length) {
  let all = "";
  for (let i = 0; i < length; i++) {
    const word = anyWord(random, language);
    const chance = random();
    all += chance < 0.003 ? misspell(random, word) : chance < 0.01 ? code(random) : word;
    all += i % 12 === 11 ? ". " : " ";
  }
  return all;
}

/** @param {() => number} random */
export const code = (random) => `SP-${100 + Math.floor(random() * 9_000)}`;

/** @param {() => number} random */
export const anyLanguage = (random) => {
  const chance = random();
  return chance < 0.7 ? "en" : chance < 0.85 ? "it" : chance < 0.93 ? "ro" : "ru";
};
