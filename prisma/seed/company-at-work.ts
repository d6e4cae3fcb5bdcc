import type { PolicyRules } from "~/domain/sla/schema";
import type { Conditions } from "~/lib/conditions/schema";
import type { ContractUnit, Priority } from "~/generated/prisma/client";
import type { Locale } from "~/i18n/config";

// Northwind's hours, teams, skills, rules, service levels and contracts. Names in `{…}` of conditions are keys of the company.

const MINUTE = 60;
const HOUR = 60 * MINUTE;

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

type Seconds = Record<Priority, number>;
const hours = (urgent: number, high: number, normal: number, low: number): Seconds => ({
  urgent: urgent * HOUR,
  high: high * HOUR,
  normal: normal * HOUR,
  low: low * HOUR,
});

export type SeedPolicy = {
  key: string;
  name: string;
  conditions: Conditions;
  calendar: (typeof calendars)[number]["key"] | null;
  targets: { first_reply: Seconds; next_reply: Seconds; resolution: Seconds };
  clock: "working" | "wall";
  ladder: Omit<PolicyRules["ladder"][number], "id">[];
};
const everything: Conditions = { all: [], any: [], none: [] };

export const policies: SeedPolicy[] = [
  {
    key: "gold",
    name: "Gold",
    conditions: { ...everything, all: [{ fact: "contract", op: "set", values: [] }] },
    calendar: "emergency",
    clock: "working",
    targets: { first_reply: hours(0.5, 1, 4, 8), next_reply: hours(1, 2, 6, 12), resolution: hours(8, 24, 48, 96) },
    ladder: [
      { kind: "any", at: { percent: 50 }, actions: [{ do: "notify", who: "assignee" }] },
      { kind: "any", at: { percent: 80 }, actions: [{ do: "notify", who: "lead" }] },
      {
        kind: "resolution",
        at: { percent: 100 },
        actions: [
          { do: "notify", who: "manager" },
          { do: "raise_priority", to: "high" },
        ],
      },
    ],
  },
  {
    key: "stopped",
    name: "Machine down",
    conditions: { ...everything, all: [{ fact: "priority", op: "in", values: ["urgent"] }] },
    calendar: "emergency",
    clock: "working",
    targets: { first_reply: hours(1, 1, 1, 1), next_reply: hours(2, 2, 2, 2), resolution: hours(16, 16, 16, 16) },
    ladder: [
      { kind: "first_reply", at: { offset: -15 * MINUTE }, actions: [{ do: "notify", who: "members" }] },
      { kind: "any", at: { percent: 100 }, actions: [{ do: "notify", who: "lead" }] },
    ],
  },
  {
    key: "standard",
    name: "Standard",
    conditions: everything,
    calendar: null,
    clock: "working",
    targets: { first_reply: hours(2, 4, 8, 20), next_reply: hours(2, 4, 10, 20), resolution: hours(20, 40, 80, 120) },
    ladder: [],
  },
];

export const regions: Record<string, string> = {
  marchetti: "Piemonte",
  acme: "Lombardia",
  ferri: "Piemonte",
  electrocluj: "Transilvania",
  mayak: "Central Asia",
};

export const assets = [
  { key: "line2", organization: "marchetti", name: "Pump NW-240, line 2", serial: "PH-2231" },
  { key: "line3", organization: "marchetti", name: "Pump NW-240, line 3", serial: "PH-2232" },
  { key: "press", organization: "acme", name: "Controller C-90", serial: "C90-0418" },
  { key: "pompa", organization: "electrocluj", name: "Pompă NW-110", serial: "NW110-7754" },
  { key: "nasos", organization: "mayak", name: "Насос NW-320", serial: "NW320-1190" },
  { key: "dosing", organization: "tanaka", name: "Dosing unit D-12", serial: "D12-0093" },
] as const;

/** Days from today, so that the demo always has one that lives, one that ends soon and one that has ended. */
export type SeedContract = {
  key: string;
  number: string;
  name: string;
  from: number;
  to: number;
  policy: string | null;
  unit: ContractUnit;
  /** Hours or tickets. */
  amount: number;
  organizations: string[];
  assets: string[];
  notes: string;
};

export const contracts: SeedContract[] = [
  {
    key: "marchetti",
    number: "NW-2026-014",
    name: "Gold",
    from: -250,
    to: 115,
    policy: "gold",
    unit: "hours",
    amount: 40,
    organizations: ["marchetti"],
    assets: [],
    notes: "Two visits a year included.",
  },
  {
    key: "mayak",
    number: "NW-2026-021",
    name: "Gold Almaty",
    from: -190,
    to: 20,
    policy: "gold",
    unit: "unlimited",
    amount: 0,
    organizations: ["mayak"],
    assets: ["nasos"],
    notes: "",
  },
  {
    key: "stadtwerke",
    number: "NW-2026-030",
    name: "Waterworks support",
    from: -120,
    to: 245,
    policy: null,
    unit: "tickets",
    amount: 4,
    organizations: ["stadtwerke"],
    assets: [],
    notes: "",
  },
  {
    key: "electrocluj",
    number: "NW-2025-112",
    name: "Silver",
    from: -405,
    to: -40,
    policy: "gold",
    unit: "tickets",
    amount: 50,
    organizations: ["electrocluj"],
    assets: [],
    notes: "Renewal offered on 1 October.",
  },
];

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

/** Minutes spent on the story of a key, so many hours ago. */
export const spent = [
  { story: "housing", by: "sara", at: 25.5, minutes: 35, note: "Photos compared, replacement ordered", billable: true },
  { story: "housing", by: "elena", at: 3, minutes: 20, note: "Stock check in Turin", billable: false },
  { story: "firmware", by: "mihai", at: 2, minutes: 50, note: "Log of the controller read", billable: true },
  { story: "noise", by: "elena", at: 20, minutes: 75, note: "Phone call with the fitter", billable: true },
  { story: "vat", by: "marco", at: 10, minutes: 15, note: "", billable: false },
] as const;

export const absences = [
  { key: "elena", inDays: 9, days: 5, standIn: "sara", note: "Holiday" },
  { key: "marco", inDays: 2, days: 1, standIn: "ada", note: "Training" },
] as const;
