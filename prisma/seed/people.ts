import type { Role, TicketSharing } from "~/generated/prisma/client";
import type { Locale } from "~/i18n/config";

// Who works at Northwind, and who asks there.

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
