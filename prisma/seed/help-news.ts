import type { Locale } from "~/i18n/config";

type Words = Record<Locale, string>;

/** News or a known problem of Northwind's, `at` hours before now. */
export type SeedNews = {
  kind: "news" | "problem";
  topic: string;
  audience?: "public" | "customers";
  at: number;
  titles: Words;
  texts: Words;
  updates?: { at: number; solves?: boolean; texts: Words }[];
  followers?: string[];
};

export const news: SeedNews[] = [
  {
    kind: "problem",
    topic: "controllers",
    at: 75,
    followers: ["luca", "giulia", "james"],
    titles: {
      en: "E-17 after the update to firmware 4.2",
      it: "E-17 dopo l'aggiornamento al firmware 4.2",
      ro: "E-17 după trecerea la firmware 4.2",
      ru: "E-17 после обновления до прошивки 4.2",
    },
    texts: {
      en: "After the update some C-90 controllers no longer recognise the flow sensor and stop with `E-17`. The sensor is not broken: [one calibration](/help/en/articles/error-e-17) is enough. Who has not updated yet, please wait.",
      it: "Dopo l'aggiornamento alcune centraline C-90 non riconoscono più il sensore di flusso e si fermano con `E-17`. Il sensore non è guasto: basta [una calibrazione](/help/it/articles/errore-e-17). Chi non ha ancora aggiornato è pregato di attendere.",
      ro: "După actualizare, unele controlere C-90 nu mai recunosc senzorul de debit și se opresc cu `E-17`. Senzorul nu este defect: ajunge [o calibrare](/help/ro/articles/eroarea-e-17). Dacă nu ați actualizat încă, vă rugăm să așteptați.",
      ru: "После обновления некоторые контроллеры C-90 не распознают датчик расхода и останавливаются с кодом `E-17`. Датчик исправен: достаточно [одной калибровки](/help/ru/articles/oshibka-e-17). Если вы ещё не обновились, пожалуйста, подождите.",
    },
    updates: [
      {
        at: 50,
        texts: {
          en: "The cause is known: version 4.2 reads the K of the sensor from another place. Going back to 4.1 works and keeps the limits.",
          it: "La causa è nota: la versione 4.2 legge il K del sensore da un altro punto. Tornare alla 4.1 funziona e conserva i limiti.",
          ro: "Cauza este cunoscută: versiunea 4.2 citește K-ul senzorului din alt loc. Revenirea la 4.1 funcționează și păstrează limitele.",
          ru: "Причина известна: версия 4.2 читает K датчика из другого места. Возврат к 4.1 работает и сохраняет пределы.",
        },
      },
      {
        at: 5,
        texts: {
          en: "Version 4.2.2 keeps the calibration. It is being tested with six customers and follows within two weeks.",
          it: "La versione 4.2.2 conserva la calibrazione. È in prova presso sei clienti e arriva entro due settimane.",
          ro: "Versiunea 4.2.2 păstrează calibrarea. Este în probă la șase clienți și vine în două săptămâni.",
          ru: "Версия 4.2.2 сохраняет калибровку. Её проверяют у шести клиентов, выйдет она в течение двух недель.",
        },
      },
    ],
  },
  {
    kind: "problem",
    topic: "deliveries",
    at: 24 * 19,
    followers: ["ileana", "maximilian"],
    titles: {
      en: "Parcels from Turin are late",
      it: "Ritardi nelle spedizioni da Torino",
      ro: "Întârzieri la coletele din Torino",
      ru: "Посылки из Турина задерживаются",
    },
    texts: {
      en: "The carrier's depot in Turin is on strike. Parcels take two or three days more; pallets are not affected. For a machine that stands still, please open a ticket: we find another way.",
      it: "Il deposito del corriere a Torino è in sciopero. I colli impiegano due o tre giorni in più; i pallet non sono interessati. Per una macchina ferma conviene aprire un ticket: troviamo un'altra via.",
      ro: "La depozitul transportatorului din Torino este grevă. Coletele întârzie două-trei zile; paleții nu sunt afectați. Dacă un utilaj stă, deschideți un tichet: găsim altă cale.",
      ru: "На складе перевозчика в Турине забастовка. Посылки идут на два–три дня дольше, паллеты это не затрагивает. Если оборудование стоит, создайте заявку: мы найдём другой путь.",
    },
    updates: [
      {
        at: 24 * 16,
        solves: true,
        texts: {
          en: "The strike is over and the backlog has left Turin. Tracking numbers are up to date again.",
          it: "Lo sciopero è finito e l'arretrato è partito da Torino. I numeri di spedizione sono di nuovo aggiornati.",
          ro: "Greva s-a încheiat, iar coletele restante au plecat din Torino. Numerele de urmărire sunt din nou la zi.",
          ru: "Забастовка закончилась, накопившиеся посылки ушли из Турина. Номера отправлений снова обновляются.",
        },
      },
    ],
  },
  {
    kind: "news",
    topic: "contracts",
    audience: "customers",
    at: 24 * 9,
    titles: {
      en: "The emergency line answers on Sundays too",
      it: "La linea di emergenza risponde anche di domenica",
      ro: "Linia de urgență răspunde și duminica",
      ru: "Аварийная линия отвечает и по воскресеньям",
    },
    texts: {
      en: "For pumps under a Gold contract somebody is now on duty on Sundays from 08:00 to 22:00 (Rome). Open a ticket first, then ring: the technician sees the pump while talking to you.",
      it: "Per le pompe con contratto Gold ora c'è qualcuno di turno anche la domenica, 08:00–22:00 (Roma). Prima aprire un ticket, poi telefonare: il tecnico vede la pompa mentre parla.",
      ro: "Pentru pompele cu contract Gold este acum cineva de serviciu și duminica, 08:00–22:00 (Roma). Deschideți întâi un tichet, apoi sunați: tehnicianul vede pompa în timp ce vorbiți.",
      ru: "Для насосов с договором Gold дежурный теперь есть и по воскресеньям, 08:00–22:00 (Рим). Сначала создайте заявку, потом звоните: техник видит насос во время разговора.",
    },
  },
  {
    kind: "news",
    topic: "repairs",
    at: 24 * 26,
    titles: {
      en: "Our Cluj workshop now rewinds motors",
      it: "L'officina di Cluj ora riavvolge i motori",
      ro: "Atelierul din Cluj rebobinează acum motoare",
      ru: "Мастерская в Клуже теперь перематывает двигатели",
    },
    texts: {
      en: "Motors up to 37 kW no longer travel to Turin. A rewound motor is back within twelve working days, with a report of the test bench. Prices are the same in both workshops.",
      it: "I motori fino a 37 kW non viaggiano più fino a Torino. Un motore riavvolto torna entro dodici giorni lavorativi, con il verbale del banco prova. I prezzi sono uguali nelle due officine.",
      ro: "Motoarele până la 37 kW nu mai călătoresc la Torino. Un motor rebobinat se întoarce în douăsprezece zile lucrătoare, cu raportul de la stand. Prețurile sunt aceleași în ambele ateliere.",
      ru: "Двигатели до 37 кВт больше не едут в Турин. Перемотанный двигатель возвращается через двенадцать рабочих дней, с протоколом испытаний. Цены в обеих мастерских одинаковы.",
    },
  },
  {
    kind: "news",
    topic: "maintenance",
    at: 24 * 44,
    titles: {
      en: "One kit for the 8,000-hour service",
      it: "Un solo kit per la manutenzione delle 8.000 ore",
      ro: "Un singur set pentru revizia de 8.000 de ore",
      ru: "Один комплект для обслуживания на 8000 часов",
    },
    texts: {
      en: "Seal, bearings, gaskets and oil come in one box: `KIT-20` for the PX-20, `KIT-40` for the PX-40. It costs 12 % less than the parts alone. Which hours count is in the [maintenance plan](/help/en/articles/maintenance-plan).",
      it: "Tenuta, cuscinetti, guarnizioni e olio arrivano in un'unica scatola: `KIT-20` per la PX-20, `KIT-40` per la PX-40. Costa il 12 % in meno dei singoli pezzi. Le scadenze sono nel [piano di manutenzione](/help/it/articles/piano-di-manutenzione).",
      ro: "Etanșarea, rulmenții, garniturile și uleiul vin într-o singură cutie: `KIT-20` pentru PX-20, `KIT-40` pentru PX-40. Costă cu 12 % mai puțin decât piesele separat. Termenele sunt în [planul de întreținere](/help/ro/articles/planul-de-intretinere).",
      ru: "Уплотнение, подшипники, прокладки и масло приходят в одной коробке: `KIT-20` для PX-20, `KIT-40` для PX-40. Это на 12 % дешевле, чем по отдельности. Сроки — в [плане обслуживания](/help/ru/articles/plan-obsluzhivaniya).",
    },
  },
  {
    kind: "news",
    topic: "start",
    at: 24 * 70,
    titles: {
      en: "The help centre speaks four languages",
      it: "Il centro assistenza parla quattro lingue",
      ro: "Centrul de ajutor vorbește patru limbi",
      ru: "Центр помощи говорит на четырёх языках",
    },
    texts: {
      en: "The articles that are read most are now there in Italian, Romanian and Russian as well. What is missing in your language is shown in English. Tell us below an article if a translation sounds wrong.",
      it: "Gli articoli più letti sono ora disponibili anche in italiano, romeno e russo. Ciò che manca in una lingua viene mostrato in inglese. Se una traduzione non convince, basta dirlo in fondo all'articolo.",
      ro: "Articolele cele mai citite există acum și în italiană, română și rusă. Ce lipsește în limba dvs. se arată în engleză. Spuneți-ne sub articol dacă o traducere nu sună bine.",
      ru: "Самые читаемые статьи теперь есть на итальянском, румынском и русском. Чего нет на вашем языке, показывается на английском. Если перевод звучит неверно, напишите об этом под статьёй.",
    },
  },
];
