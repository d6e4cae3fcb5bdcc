// Words in four languages, drawn so that a few are everywhere and most are rare, as in real texts.

/** @type {Record<string, string[]>} */
const WORDS = {
  en: "the of to and in is for with on pump valve seal motor order delivery invoice warranty replace check pressure filter engineer contract address label package part serial number housing bearing oil water leak noise vibration stop start sensor cable voltage manual clean open close return refund damage carrier courier photo ticket account password sign customer organization appointment visit repair maintenance schedule hour day week payment card bank transfer price discount quote spare shaft impeller gasket bolt screw flange pipe hose tank flow speed temperature alarm display menu setting mode network controller firmware update reset error code support answer reply colleague queue".split(
    " ",
  ),
  it: "il di la e per con che non una sul pompa valvola tenuta motore ordine consegna fattura garanzia sostituire controllare pressione filtro tecnico contratto indirizzo etichetta pacco ricambio seriale numero corpo cuscinetto olio acqua perdita rumore vibrazione arresto avvio sensore cavo tensione manuale pulire aprire chiudere reso rimborso danno corriere foto ticket account accesso cliente organizzazione appuntamento visita riparazione manutenzione orario giorno settimana pagamento carta banca bonifico prezzo sconto preventivo albero girante guarnizione bullone vite flangia tubo serbatoio portata temperatura allarme schermo menu impostazione rete aggiornamento errore codice assistenza risposta collega coda".split(
    " ",
  ),
  ro: "de la în și cu pentru nu un pe din pompă supapă garnitură motor comandă livrare factură garanție înlocuire verificare presiune filtru tehnician contract adresă etichetă colet piesă serie număr carcasă rulment ulei apă scurgere zgomot vibrație oprire pornire senzor cablu tensiune manual curățare deschidere închidere retur rambursare daună curier fotografie tichet cont parolă client organizație programare vizită reparație întreținere orar zi săptămână plată card bancă transfer preț reducere ofertă arbore rotor șurub flanșă țeavă furtun rezervor debit viteză temperatură alarmă ecran meniu setare rețea actualizare eroare cod asistență răspuns coleg coadă".split(
    " ",
  ),
  ru: "и в на с для не по из от как насос клапан уплотнение двигатель заказ доставка счёт гарантия замена проверка давление фильтр инженер договор адрес этикетка посылка деталь серийный номер корпус подшипник масло вода утечка шум вибрация остановка пуск датчик кабель напряжение руководство чистка открыть закрыть возврат деньги повреждение курьер фото заявка учётная запись пароль клиент организация визит ремонт обслуживание график час день неделя оплата карта банк перевод цена скидка вал колесо прокладка болт винт фланец труба шланг бак расход скорость температура тревога экран меню настройка режим сеть обновление ошибка код поддержка ответ коллега очередь".split(
    " ",
  ),
};
const RARE = 4_000;

/** A sequence of numbers below 1 that follows from its seed. @param {number} seed */
function numbers(seed) {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A word: one in eight is rare, a part number or a compound. @param {string[]} words @param {() => number} next */
function word(words, next) {
  if (next() < 0.125) {
    const n = Math.floor(next() ** 2 * RARE);
    return n % 3 ? `${words[n % words.length]}${words[(n * 7) % words.length]}` : `PX-${n}`;
  }
  return words[Math.floor(next() ** 2 * words.length)] ?? "pump";
}

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** A few words as a title. @param {string} locale @param {number} seed @param {number} length */
export function titleIn(locale, seed, length) {
  const words = WORDS[locale] ?? [];
  const next = numbers(seed);
  const chosen = Array.from({ length }, () => words[10 + Math.floor(next() * (words.length - 10))]);
  return capital(chosen.join(" "));
}

/** Sentences of about twelve words. @param {string} locale @param {number} seed @param {number} count */
export function sentencesIn(locale, seed, count) {
  const words = WORDS[locale] ?? [];
  const next = numbers(seed);
  return Array.from({ length: count }, () => {
    const length = 8 + Math.floor(next() * 9);
    return `${capital(Array.from({ length }, () => word(words, next)).join(" "))}.`;
  }).join(" ");
}
