import { z } from "zod";
import { isTimeZone } from "~/domain/calendars/time-zone";
import { CONTRACT_UNITS } from "./contract-units";

export const MAX_CONTRACT_HOURS = 100_000;
const MAX_TICKETS = 1_000_000;
const HOUR = 3_600;

const words = (max: number) => z.string().trim().max(max, "common:error.tooLong");
const named = (max: number) => words(max).min(1, "common:error.required");
const id = z.uuid("common:error.invalid");
const ids = (max: number) =>
  z
    .array(id)
    .max(max, "contracts:error.tooMany")
    .default([])
    .transform((list) => [...new Set(list)]);

/** A date "YYYY-MM-DD" that exists, of years a contract may have. */
export const dateText = z
  .string({ error: "contracts:error.date" })
  .regex(/^20\d\d-\d\d-\d\d$/, "contracts:error.date")
  .refine((text) => {
    const at = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
  }, "contracts:error.date");

const noticeDays = z
  .array(
    z.int("contracts:error.noticeDays").min(1, "contracts:error.noticeDays").max(365, "contracts:error.noticeDays"),
  )
  .max(10, "contracts:error.noticeDays")
  .default([60, 30, 7])
  .transform((days) => [...new Set(days)].toSorted((a, b) => b - a));

/**
 * A contract as it is given. `entitled` is in seconds with `hours`, in tickets with `tickets`, 0 without a limit. Without
 * assets everything of the organizations is covered; one of both must be named.
 */
export const contractForm = z
  .object({
    number: named(40),
    name: named(120),
    startsOn: dateText,
    endsOn: dateText,
    timeZone: z.string().refine(isTimeZone, "contracts:error.timeZone"),
    policyId: id.nullable().default(null),
    unit: z.enum(CONTRACT_UNITS).default("unlimited"),
    entitled: z.int("contracts:error.amount").min(0, "contracts:error.amount").default(0),
    noticeDays,
    notes: words(4_000).default(""),
    organizationIds: ids(200),
    assetIds: ids(500),
  })
  .superRefine((form, issues) => {
    const problem = (path: string, message: string) => issues.addIssue({ code: "custom", path: [path], message });
    if (form.endsOn < form.startsOn) problem("endsOn", "contracts:error.period");
    if (form.unit !== "unlimited" && form.entitled < 1) problem("entitled", "contracts:error.amount");
    if (form.entitled > (form.unit === "hours" ? MAX_CONTRACT_HOURS * HOUR : MAX_TICKETS))
      problem("entitled", "contracts:error.amount");
    if (!form.organizationIds.length && !form.assetIds.length) problem("organizationIds", "contracts:error.nobody");
  })
  .transform((form) => ({ ...form, entitled: form.unit === "unlimited" ? 0 : form.entitled }));

export type ContractForm = z.output<typeof contractForm>;
