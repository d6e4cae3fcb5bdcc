import type { PolicyRules } from "~/domain/sla/schema";
import type { ContractUnit, Priority } from "~/generated/prisma/client";
import type { Conditions } from "~/lib/conditions/schema";
import { type calendars, everything } from "./company-at-work";

// What Northwind promises: service levels, contracts, the assets they cover, and the time spent under them.

const MINUTE = 60;
const HOUR = 60 * MINUTE;

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

/** Minutes spent on the story of a key, so many hours ago. */
export const spent = [
  { story: "housing", by: "sara", at: 25.5, minutes: 35, note: "Photos compared, replacement ordered", billable: true },
  { story: "housing", by: "elena", at: 3, minutes: 20, note: "Stock check in Turin", billable: false },
  { story: "firmware", by: "mihai", at: 2, minutes: 50, note: "Log of the controller read", billable: true },
  { story: "noise", by: "elena", at: 20, minutes: 75, note: "Phone call with the fitter", billable: true },
  { story: "vat", by: "marco", at: 10, minutes: 15, note: "", billable: false },
] as const;
