import { z } from "zod";
import { WEEKDAYS } from "~/domain/calendars/schema";
import { policyRules, SLA_KINDS } from "~/domain/sla/schema";
import { MAX_ENTRY_SECONDS } from "~/domain/sla/time-entry-duration";
import { PRESENCES } from "~/domain/routing/presence";
import { PRIORITIES } from "~/domain/tickets/states";
import { cursor, id, instant, page, ticketParams } from "./schemas";

// Service levels, routing, contracts and time: with ./schemas one set that validates, types and documents.

const day = z.iso.date();
const seconds = z.int().min(0);
const named = z.object({ id, name: z.string() });

const weekHours = z
  .partialRecord(z.enum(WEEKDAYS), z.array(z.tuple([z.string(), z.string()])))
  .describe("Opening and closing by weekday, on the zone's clocks");

export const clock = z
  .object({
    id,
    kind: z.enum(SLA_KINDS),
    cycle: z.int(),
    state: z
      .enum(["running", "paused", "met", "breached", "missed", "cancelled"])
      .describe("breached: overdue and still to be done; missed: done after its due time"),
    priority: z.enum(PRIORITIES),
    clock: z.enum(["working", "wall"]).describe("In the calendar's hours, or day and night"),
    policy: named.extend({ version: z.int() }),
    calendar: named.extend({ timeZone: z.string(), hours: weekHours }).nullable(),
    startedAt: instant,
    dueAt: instant.nullable(),
    warnAt: instant.nullable(),
    metAt: instant.nullable(),
    breachedAt: instant.nullable(),
    budgetSeconds: seconds,
    usedSeconds: seconds,
    pausedSeconds: seconds,
    closesAt: instant.nullable().describe("When the hours close next"),
  })
  .meta({ id: "Clock" });

export const clocks = z
  .object({
    clocks: z.array(clock).describe("Open ones first, then past ones, newest first"),
    recomputing: z.boolean().describe("A change of policy, hours or contract has not reached this ticket yet"),
  })
  .meta({ id: "Clocks" });

export const explanation = z
  .object({
    clock,
    segments: z.array(
      z.object({ kind: z.enum(["working", "paused", "closed"]), from: instant, to: instant, seconds: z.number() }),
    ),
    pauses: z.array(z.object({ state: z.string(), from: instant, to: instant.nullable() })),
  })
  .meta({ id: "ClockExplanation" });

export const clockParams = ticketParams.extend({ id });
export const idParams = z.object({ id });

export const presence = z
  .object({
    presence: z.enum(PRESENCES),
    load: z.int().describe("Places in use"),
    capacity: z.int(),
  })
  .meta({ id: "Presence" });
export const presenceBody = z
  .object({
    presence: z.enum(PRESENCES),
    handOver: z.boolean().optional().describe("With off: open work goes back to the queues"),
  })
  .meta({ id: "ChangePresence" });

export const timeEntry = z
  .object({
    id,
    person: named,
    startedAt: instant,
    endedAt: instant.nullable().describe("Null while the timer runs"),
    seconds,
    billable: z.boolean(),
    note: z.string(),
    cost: z
      .int()
      .nullable()
      .describe(
        "Minor units of the currency; null but for administrators, leads of the person's teams, and the person",
      ),
    currency: z.string(),
    contract: z.object({ id, number: z.string(), draws: z.boolean() }).nullable(),
  })
  .meta({ id: "TimeEntry" });
export const timePage = page(timeEntry).meta({ id: "TimePage" });
export const timeBody = z
  .object({
    on: day.optional().describe("The day it was spent on, in UTC; today unless told"),
    seconds: z.int().min(1).max(MAX_ENTRY_SECONDS),
    billable: z.boolean().default(true),
    note: z.string().trim().max(500).default(""),
    key: id.optional().describe("Idempotency key: a repeat writes nothing more"),
  })
  .meta({ id: "LogTime" });
export const timeRef = z.object({ id }).meta({ id: "TimeRef" });

const balance = {
  unit: z.enum(["unlimited", "hours", "tickets"]),
  entitled: z.int().describe("Seconds with hours, else tickets"),
  used: z.int(),
  left: z.int().nullable().describe("Null without a limit; may be below zero"),
};
const contractFields = {
  id,
  number: z.string(),
  name: z.string(),
  state: z.enum(["not_begun", "live", "ends_soon", "empty", "ended"]),
  startsOn: day,
  endsOn: day,
  timeZone: z.string(),
  policy: named.nullable(),
  ...balance,
  organizations: z.array(named),
  archivedAt: instant.nullable(),
};
export const contractRow = z
  .object({ ...contractFields, organizationCount: z.int().describe("`organizations` has the first three by name") })
  .meta({ id: "ContractSummary" });
export const contractPage = page(contractRow).meta({ id: "ContractPage" });
export const contractQuery = z.object({
  q: z.string().trim().max(200).default("").describe("Part of a number, a name or an organization"),
  archived: z.enum(["true", "false"]).default("false"),
  cursor,
});
export const contract = z
  .object({
    ...contractFields,
    assets: z
      .array(named.extend({ serial: z.string(), organization: z.string().nullable() }))
      .describe("Without any it covers everything of its organizations"),
    noticeDays: z.array(z.int()),
    notes: z.string(),
    version: z.int(),
  })
  .meta({ id: "Contract" });

export const policies = z
  .object({
    items: z.array(
      named.extend({
        version: z.int(),
        archivedAt: instant.nullable(),
        rules: policyRules,
        openTickets: z.int().describe("Up to 1,000"),
      }),
    ),
  })
  .meta({ id: "Policies" });

export const calendars = z
  .object({ items: z.array(named.extend({ timeZone: z.string(), isDefault: z.boolean() })) })
  .meta({ id: "Calendars" });

const condition = z.object({ fact: z.string(), op: z.string(), values: z.array(z.string()) });
export const ruleSet = z
  .object({
    version: z.int().describe("0 while there are no rules"),
    rules: z.array(
      z.object({
        id,
        name: z.string(),
        enabled: z.boolean(),
        conditions: z.object({ all: z.array(condition), any: z.array(condition), none: z.array(condition) }),
        actions: z.object({
          queueId: id.nullable(),
          priority: z.enum(PRIORITIES).nullable(),
          tags: z.array(z.string()),
          followerIds: z.array(id),
          skills: z.array(z.object({ skillId: id, level: z.int() })),
          stop: z.boolean(),
        }),
      }),
    ),
  })
  .meta({ id: "RuleSet" });
