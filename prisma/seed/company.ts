import type { Assignment, Priority, SendMode, TicketSharing } from "~/generated/prisma/client";
import type { Locale } from "~/i18n/config";

// Northwind makes and repairs pumps. Its customers' organizations, queues and forms.

export const organizations: { key: string; name: string; domain: string | null; sharing: TicketSharing }[] = [
  { key: "marchetti", name: "Marchetti Impianti", domain: "marchetti.example", sharing: "own" },
  { key: "acme", name: "Acme Srl", domain: "acme.example", sharing: "own" },
  { key: "ferri", name: "Ferri & Figli", domain: "ferriefigli.example", sharing: "own" },
  { key: "electrocluj", name: "Electro Cluj", domain: "electrocluj.example", sharing: "organization" },
  { key: "mayak", name: "ООО «Маяк»", domain: "mayak.example", sharing: "own" },
  { key: "tanaka", name: "Tanaka Works", domain: "tanaka.example", sharing: "own" },
  { key: "harbour", name: "Harbour Works Ltd", domain: "harbourworks.example", sharing: "own" },
  {
    key: "stadtwerke",
    name: "Stadtwerke Lichtenberg Wasserversorgung und Abwasserentsorgung GmbH",
    domain: "stadtwerke-lichtenberg.example",
    sharing: "own",
  },
];

export const queues: {
  key: string;
  name: string;
  addresses: string[];
  assignment: Assignment;
  sendMode: SendMode;
  locale: Locale;
  members: string[];
}[] = [
  {
    key: "repairs",
    name: "Repairs",
    addresses: ["support@", "service@"],
    assignment: "round_robin",
    sendMode: "wait",
    locale: "en",
    members: ["sara", "elena", "mihai"],
  },
  {
    key: "billing",
    name: "Billing",
    addresses: ["billing@"],
    assignment: "manual",
    sendMode: "wait",
    locale: "en",
    members: ["sara", "marco"],
  },
  {
    key: "onboarding",
    name: "Onboarding",
    addresses: ["welcome@"],
    assignment: "manual",
    sendMode: "keep_open",
    locale: "en",
    members: ["sara", "mihai", "marco"],
  },
];

type Words = Record<Locale, string>;
export const requestTypes: { key: string; queue: string; priority: Priority; name: Words; hint: Words }[] = [
  {
    key: "stopped",
    queue: "repairs",
    priority: "urgent",
    name: {
      en: "A machine has stopped",
      it: "Una macchina è ferma",
      ro: "Un utilaj s-a oprit",
      ru: "Оборудование остановилось",
    },
    hint: {
      en: "Serial number and what the display shows help most.",
      it: "Numero di serie e messaggio sul display aiutano più di tutto.",
      ro: "Seria și mesajul de pe afișaj ajută cel mai mult.",
      ru: "Больше всего помогут серийный номер и сообщение на дисплее.",
    },
  },
  {
    key: "damaged",
    queue: "repairs",
    priority: "high",
    name: { en: "Damaged goods", it: "Merce danneggiata", ro: "Marfă deteriorată", ru: "Повреждённый товар" },
    hint: {
      en: "A photo of the part and one of the label, please.",
      it: "Una foto del pezzo e una dell'etichetta, per favore.",
      ro: "O fotografie a piesei și una a etichetei, vă rugăm.",
      ru: "Пожалуйста, приложите фото детали и этикетки.",
    },
  },
  {
    key: "question",
    queue: "repairs",
    priority: "normal",
    name: { en: "Technical question", it: "Domanda tecnica", ro: "Întrebare tehnică", ru: "Технический вопрос" },
    hint: {
      en: "Model and what you want to achieve.",
      it: "Modello e risultato desiderato.",
      ro: "Modelul și rezultatul dorit.",
      ru: "Модель и чего нужно добиться.",
    },
  },
  {
    key: "invoice",
    queue: "billing",
    priority: "normal",
    name: { en: "Invoice or payment", it: "Fattura o pagamento", ro: "Factură sau plată", ru: "Счёт или оплата" },
    hint: {
      en: "The invoice number is at the top right.",
      it: "Il numero della fattura è in alto a destra.",
      ro: "Numărul facturii este sus, în dreapta.",
      ru: "Номер счёта указан справа вверху.",
    },
  },
  {
    key: "access",
    queue: "onboarding",
    priority: "low",
    name: { en: "Account and access", it: "Account e accesso", ro: "Cont și acces", ru: "Учётная запись и доступ" },
    hint: {
      en: "Who needs access, and to what?",
      it: "Chi ha bisogno dell'accesso, e a che cosa?",
      ro: "Cine are nevoie de acces și la ce?",
      ru: "Кому и к чему нужен доступ?",
    },
  },
];
