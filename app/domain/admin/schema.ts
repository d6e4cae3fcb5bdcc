import { z } from "zod";

const words = (max: number) => z.string().trim().max(max, "common:error.tooLong").default("");
const whole = (min: number, max: number) =>
  z.coerce
    .number({ error: "common:error.invalid" })
    .int("common:error.invalid")
    .min(min, "common:error.invalid")
    .max(max, "common:error.invalid");
const zones = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);

const currencies = new Set(Intl.supportedValuesOf("currency"));

/** What the administrators' form asks about the company; stricter than what a read of the setting accepts. */
export const companyForm = z.object({
  name: z
    .string({ error: "common:error.required" })
    .trim()
    .min(1, "common:error.required")
    .max(80, "common:error.tooLong"),
  hours: words(120),
  phone: words(40),
  email: z.union([z.literal(""), z.email("common:error.email").max(120, "common:error.tooLong")], {
    error: "common:error.email",
  }),
  timeZone: z.string().refine((zone) => zones.has(zone), "common:error.invalid"),
  currency: z
    .string()
    .refine((code) => currencies.has(code), "common:error.invalid")
    .default("EUR"),
  brandHue: whole(0, 360),
});

/** Limits and delays of tickets, with the range each may have. */
export const ticketRanges = {
  closeAfterDays: [1, 365],
  undoSeconds: [0, 120],
  binDays: [1, 365],
  uploadMegabytes: [1, 100],
} as const;

export const ticketSettingsForm = z.object({
  closeAfterDays: whole(...ticketRanges.closeAfterDays),
  undoSeconds: whole(...ticketRanges.undoSeconds),
  binDays: whole(...ticketRanges.binDays),
  uploadMegabytes: whole(...ticketRanges.uploadMegabytes),
});
