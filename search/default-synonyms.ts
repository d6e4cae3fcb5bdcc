import type { Synonyms } from "./engine";
import { en } from "./everyday/en";
import { it } from "./everyday/it";
import { ro } from "./everyday/ro";
import { ru } from "./everyday/ru";

const groups = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => line.split(",").map((word) => word.trim()));

/** What people call the same thing at every help desk. An installation's own synonyms come on top. */
const EVERYWHERE: Synonyms = {
  en: groups(`
    sign in, log in, login, log on
    sign out, log out, logout
    sign up, register, create an account
    password, passcode
    two-factor authentication, 2fa, two-step verification
    invoice, bill
    refund, money back, reimbursement
    warranty, guarantee
    return, send back, give back
    delivery, shipping, shipment
    parcel, package
    unsubscribe, opt out, stop emails
    delete, remove, erase
    change, edit, modify
    cancel, withdraw
    phone, telephone, mobile
    email, mail
    repair, fix, mend
    broken, defective, faulty, damaged
    price, cost, fee
    voucher, coupon, promo code
    appointment, booking
    manual, instructions, user guide, handbook
    noise, noisy, loud
    leak, drip
    weight, heavy, weigh
    photo, picture, image
    company, organization, organisation
    spare part, replacement part
    opening hours, business hours, working hours
    commissioning, first start, start-up
    setup, set up, install
    upgrade, update
    wi-fi, wireless
    screen, display
    fuse, breaker
    buy, purchase, order
    employee, colleague, staff
    invoice address, billing address
    track, tracking
    missing, lost
    contact, reach, call
    close, shut
    ticket, request, case
    hire, rent`),
  it: groups(`
    accesso, accedere, login, entrare
    uscire, disconnettersi, logout
    registrarsi, iscriversi, creare un account
    rimborso, rimborsare, soldi indietro
    reso, restituire, rispedire, rendere
    consegna, spedizione
    pacco, collo
    ordine, acquisto, comprare
    annullare, disdire, annullamento
    eliminare, cancellare, rimuovere
    cambiare, modificare, modifica
    telefono, cellulare
    email, posta elettronica, mail
    riparare, riparazione, aggiustare
    guasto, rotto, difettoso, danneggiato
    prezzo, costo, tariffa
    buono, coupon, codice sconto
    appuntamento, prenotazione
    manuale, istruzioni, guida
    rumore, rumoroso
    perdita, perdere, gocciolare
    peso, pesare, pesante
    foto, immagine, fotografia
    azienda, ditta, società
    ricambio, pezzo di ricambio
    orario, orari di apertura
    numero di serie, matricola
    messa in servizio, primo avviamento, prima accensione
    installare, installazione, montare
    aggiornare, aggiornamento
    schermo, display
    bloccare, bloccato, fermo
    richiesta, ticket, segnalazione
    tracciare, seguire
    dipendente, collega
    disiscriversi, annullare l'iscrizione`),
  ro: groups(`
    autentificare, conectare, logare, intra în cont
    deconectare, ieși din cont
    înregistrare, înscriere, crea un cont
    rambursare, bani înapoi, restituirea banilor
    retur, returnare, trimite înapoi
    livrare, transport, expediere
    colet, pachet
    comandă, achiziție, cumpăra
    anulare, anula, renunța
    șterge, elimina
    schimba, modifica
    telefon, mobil
    email, poștă electronică, mail
    reparație, reparare, repara
    defect, stricat, deteriorat
    preț, cost, tarif
    voucher, cupon, cod de reducere
    programare, rezervare
    manual, instrucțiuni, ghid
    zgomot, gălăgie
    scurgere, curge, picură
    greutate, cântări, greu
    poză, fotografie, imagine
    firmă, companie, organizație
    piesă de schimb, piese
    orar, program de lucru
    număr de serie, serie
    punere în funcțiune, prima pornire
    instalare, instala, montare
    actualizare, actualiza
    ecran, afișaj
    cerere, tichet, solicitare
    dezabonare, dezabona`),
  ru: groups(`
    вход, войти, авторизация, логин
    выйти, выход
    регистрация, зарегистрироваться, создать учётную запись
    учётная запись, аккаунт
    счёт, инвойс
    возврат денег, вернуть деньги, возмещение
    возврат, вернуть
    доставка, отправка
    заказ, покупка, купить
    отменить, отмена
    удалить, стереть
    изменить, поменять, сменить, редактировать
    телефон, мобильный
    электронная почта, email, имейл
    ремонт, починить, отремонтировать
    сломанный, сломаться, неисправный, неисправность, поломка, дефект
    цена, стоимость, тариф
    оплата, платёж, оплатить, заплатить
    купон, промокод
    инструкция, руководство
    шум, шуметь
    протечка, утечка, протекать, течь
    вес, весить, тяжёлый
    фото, фотография, снимок, картинка
    компания, организация, фирма
    запчасть, запасная часть, деталь
    часы работы, режим работы
    серийный номер, заводской номер
    ввод в эксплуатацию, первый пуск, первый запуск
    установка, установить, монтаж
    обновление, обновить
    экран, дисплей
    обращение, заявка, запрос
    отследить, отслеживание
    отписаться, отписка
    сотрудник, коллега`),
};

/** An installation's synonyms with those of every help desk. */
export const withDefaults = (own: Partial<Synonyms>): Synonyms => both(EVERYWHERE, own);

/** The same with everyday words, for texts that are written with care; in a million messages they find too much. */
export const withEveryday = (synonyms: Synonyms): Synonyms =>
  both({ en: groups(en), it: groups(it), ro: groups(ro), ru: groups(ru) }, synonyms);

const both = (some: Synonyms, more: Partial<Synonyms>): Synonyms => ({
  en: [...some.en, ...(more.en ?? [])],
  it: [...some.it, ...(more.it ?? [])],
  ro: [...some.ro, ...(more.ro ?? [])],
  ru: [...some.ru, ...(more.ru ?? [])],
});
