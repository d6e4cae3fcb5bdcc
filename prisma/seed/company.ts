import type { Assignment, Priority, Role, SendMode, TicketSharing } from "~/generated/prisma/client";
import type { Locale } from "~/i18n/config";

// Northwind makes and repairs pumps. Its people, customers, queues and forms.

export type SeedPerson = {
  key: string;
  name: string;
  email: string;
  role: Role;
  locale: Locale;
  timeZone: string;
  organization?: string;
  sharing?: TicketSharing;
  phone?: string;
  signature?: string;
};

export const people: SeedPerson[] = [
  {
    key: "ada",
    name: "Ada Novak",
    email: "ada@northwind.example",
    role: "administrator",
    locale: "en",
    timeZone: "Europe/Rome",
    signature: "Ada Novak\nNorthwind Support",
  },
  {
    key: "sara",
    name: "Sara Bianchi",
    email: "sara@northwind.example",
    role: "agent",
    locale: "en",
    timeZone: "Europe/Rome",
    signature: "{{agent.name}}\n{{company.name}} Support · +39 011 555 0142",
  },
  {
    key: "elena",
    name: "Elena Rossi",
    email: "elena@northwind.example",
    role: "agent",
    locale: "it",
    timeZone: "Europe/Rome",
    signature: "Elena Rossi\nAssistenza Northwind",
  },
  {
    key: "marco",
    name: "Marco Conti",
    email: "marco@northwind.example",
    role: "agent",
    locale: "it",
    timeZone: "Europe/Rome",
    signature: "Marco Conti\nAmministrazione Northwind",
  },
  {
    key: "mihai",
    name: "Mihai Ionescu",
    email: "mihai@northwind.example",
    role: "agent",
    locale: "ro",
    timeZone: "Europe/Bucharest",
    signature: "Mihai Ionescu\nNorthwind România",
  },
  {
    key: "nora",
    name: "Nora Weiss",
    email: "nora@northwind.example",
    role: "editor",
    locale: "en",
    timeZone: "Europe/Berlin",
  },
  {
    key: "ioana",
    name: "Ioana Radu",
    email: "ioana@northwind.example",
    role: "editor",
    locale: "ro",
    timeZone: "Europe/Bucharest",
  },
  {
    key: "giulia",
    name: "Giulia Marchetti",
    email: "giulia@marchetti.example",
    role: "customer",
    locale: "en",
    timeZone: "Europe/Rome",
    organization: "marchetti",
    sharing: "organization",
    phone: "+39 011 555 0199",
  },
  {
    key: "paolo",
    name: "Paolo Ferri",
    email: "p.ferri@marchetti.example",
    role: "customer",
    locale: "it",
    timeZone: "Europe/Rome",
    organization: "marchetti",
  },
  {
    key: "luca",
    name: "Luca Moretti",
    email: "moretti@acme.example",
    role: "customer",
    locale: "it",
    timeZone: "Europe/Rome",
    organization: "acme",
    phone: "+39 02 555 0117",
  },
  {
    key: "anna",
    name: "Anna Ferri",
    email: "anna@ferriefigli.example",
    role: "customer",
    locale: "it",
    timeZone: "Europe/Rome",
    organization: "ferri",
  },
  {
    key: "ion",
    name: "Ion Popescu",
    email: "ion.popescu@electrocluj.example",
    role: "customer",
    locale: "ro",
    timeZone: "Europe/Bucharest",
    organization: "electrocluj",
    phone: "+40 264 555 018",
  },
  {
    key: "ileana",
    name: "Ileana Șerban",
    email: "ileana.serban@electrocluj.example",
    role: "customer",
    locale: "ro",
    timeZone: "Europe/Bucharest",
    organization: "electrocluj",
  },
  {
    key: "irina",
    name: "Ирина Соколова",
    email: "sokolova@mayak.example",
    role: "customer",
    locale: "ru",
    timeZone: "Asia/Almaty",
    organization: "mayak",
  },
  {
    key: "oleg",
    name: "Олег Назаров",
    email: "nazarov@mayak.example",
    role: "customer",
    locale: "ru",
    timeZone: "Asia/Almaty",
    organization: "mayak",
  },
  {
    key: "hana",
    name: "Hana Tanaka",
    email: "hana@tanaka.example",
    role: "customer",
    locale: "en",
    timeZone: "Asia/Tokyo",
    organization: "tanaka",
  },
  {
    key: "james",
    name: "James Okafor",
    email: "james.okafor@harbourworks.example",
    role: "customer",
    locale: "en",
    timeZone: "Europe/London",
    organization: "harbour",
  },
  {
    key: "maximilian",
    name: "Maximilian-Alexander von Hohenstein-Lichtenberg",
    email: "m.v.hohenstein@stadtwerke-lichtenberg.example",
    role: "customer",
    locale: "en",
    timeZone: "Europe/Berlin",
    organization: "stadtwerke",
  },
];

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
