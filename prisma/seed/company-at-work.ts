import type { Conditions } from "~/lib/conditions/schema";
import type { Priority } from "~/generated/prisma/client";
import type { Locale } from "~/i18n/config";

// Northwind's hours, teams, skills and rules. Names in `{…}` of conditions are keys of the company.

export const everything: Conditions = { all: [], any: [], none: [] };

const weekdays = (...hours: [string, string][]) => ({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours });

export const calendars = [
  {
    key: "turin",
    name: "Turin office",
    timeZone: "Europe/Rome",
    hours: weekdays(["08:00", "18:00"]),
    holidays: {
      "01-01": "Capodanno",
      "01-06": "Epifania",
      "2027-03-29": "Lunedì dell'Angelo",
      "04-25": "Festa della Liberazione",
      "05-01": "Festa dei lavoratori",
      "06-02": "Festa della Repubblica",
      "06-24": "San Giovanni",
      "08-15": "Ferragosto",
      "11-01": "Ognissanti",
      "12-08": "Immacolata Concezione",
      "12-25": "Natale",
      "12-26": "Santo Stefano",
    },
  },
  {
    key: "cluj",
    name: "Cluj workshop",
    timeZone: "Europe/Bucharest",
    hours: weekdays(["08:30", "12:30"], ["13:00", "17:00"]),
    holidays: {
      "01-01": "Anul Nou",
      "01-02": "Anul Nou",
      "05-01": "Ziua Muncii",
      "08-15": "Adormirea Maicii Domnului",
      "11-30": "Sfântul Andrei",
      "12-01": "Ziua Națională",
      "12-25": "Crăciunul",
      "12-26": "Crăciunul",
    },
  },
  {
    key: "emergency",
    name: "Emergency line",
    timeZone: "Europe/Rome",
    hours: { ...weekdays(["05:00", "02:00"]), sat: [["06:00", "24:00"]], sun: [["08:00", "22:00"]] },
    holidays: { "12-25": "Natale" },
  },
] as const;

export const skills = ["Hydraulics", "Electronics", "Controller firmware", "Invoicing"] as const;

export const agents: {
  key: string;
  capacity: number;
  languages: Locale[];
  regions: string;
  hourlyRate: string;
  calendar?: (typeof calendars)[number]["key"];
  skills: Partial<Record<(typeof skills)[number], number>>;
}[] = [
  { key: "ada", capacity: 4, languages: ["en", "ru"], regions: "", hourlyRate: "48", skills: { Invoicing: 2 } },
  {
    key: "sara",
    capacity: 12,
    languages: ["en", "it"],
    regions: "Piemonte, Lombardia",
    hourlyRate: "36.50",
    skills: { Hydraulics: 4, Electronics: 2, Invoicing: 2 },
  },
  {
    key: "elena",
    capacity: 10,
    languages: ["it", "en"],
    regions: "Piemonte",
    hourlyRate: "34",
    skills: { Hydraulics: 5, Electronics: 3 },
  },
  {
    key: "mihai",
    capacity: 12,
    languages: ["ro", "en", "ru"],
    regions: "Transilvania, Central Asia",
    hourlyRate: "29",
    calendar: "cluj",
    skills: { Electronics: 4, "Controller firmware": 5, Hydraulics: 2 },
  },
  {
    key: "marco",
    capacity: 15,
    languages: ["it", "en"],
    regions: "",
    hourlyRate: "33",
    skills: { Invoicing: 5 },
  },
];

export const weights = { urgent: 3, high: 2, normal: 1, low: 1 };

export const teams = [
  {
    key: "service",
    name: "Field service",
    lead: "sara",
    manager: "ada",
    members: ["sara", "elena", "mihai"],
    queues: ["repairs"],
  },
  { key: "office", name: "Back office", lead: "marco", manager: "ada", members: ["marco"], queues: ["billing"] },
] as const;

type SeedRule = {
  name: string;
  conditions: Conditions;
  queue?: string;
  priority?: Priority;
  tags?: string[];
  followers?: string[];
  skills?: Partial<Record<(typeof skills)[number], number>>;
};
const anyWord = (...values: string[]) => ({ fact: "words", op: "any_word" as const, values });

export const rules: SeedRule[] = [
  {
    name: "Line stopped",
    conditions: {
      ...everything,
      any: [
        { fact: "type", op: "in", values: ["{stopped}"] },
        anyWord("line stopped", "production stopped", "linea ferma", "linia s-a oprit", "линия остановилась"),
      ],
    },
    queue: "repairs",
    priority: "urgent",
    tags: ["line-down"],
    followers: ["sara"],
  },
  {
    name: "Damaged goods",
    conditions: {
      ...everything,
      any: [
        { fact: "type", op: "in", values: ["{damaged}"] },
        anyWord("damaged", "cracked", "danneggiato", "danneggiata", "deteriorat", "повреждён", "повреждена"),
      ],
    },
    queue: "repairs",
    tags: ["carrier"],
    skills: { Hydraulics: 2 },
  },
  {
    name: "Firmware",
    conditions: { ...everything, any: [anyWord("firmware", "controller", "software", "прошивка")] },
    tags: ["firmware"],
    skills: { "Controller firmware": 2 },
  },
  {
    name: "Invoices and payments",
    conditions: {
      ...everything,
      any: [
        { fact: "address", op: "starts_with", values: ["billing@"] },
        { fact: "subject", op: "any_word", values: ["invoice", "fattura", "factura", "facturi", "счёт"] },
      ],
    },
    queue: "billing",
    skills: { Invoicing: 1 },
  },
  {
    name: "Nights and holidays",
    conditions: { ...everything, all: [{ fact: "time", op: "shut", values: ["{turin}"] }] },
    tags: ["after-hours"],
  },
];

export const absences = [
  { key: "elena", inDays: 9, days: 5, standIn: "sara", note: "Holiday" },
  { key: "marco", inDays: 2, days: 1, standIn: "ada", note: "Training" },
] as const;
