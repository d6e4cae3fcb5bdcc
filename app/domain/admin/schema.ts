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

/** The choices about received mail, in the order in which they are offered. */
export const mailChoices = {
  unknownSender: ["link", "hold"],
  dmarcFail: ["hold", "mark"],
  closedTickets: ["follow_up", "reopen", "reopen_within"],
} as const;

/** Least, most, and the steps between. */
export const mailRanges = { spamScore: [1, 100, 0.1], reopenDays: [1, 365, 1] } as const;

const RELAY = /^[a-z0-9][a-z0-9._-]*$/;

/** What happens to doubtful mail and to mail for closed tickets. Relays are typed one a line. */
export const mailSettingsForm = z.object({
  unknownSender: z.enum(mailChoices.unknownSender, "common:error.invalid"),
  dmarcFail: z.enum(mailChoices.dmarcFail, "common:error.invalid"),
  spamScore: z.coerce
    .number({ error: "common:error.invalid" })
    .min(mailRanges.spamScore[0], "common:error.invalid")
    .max(mailRanges.spamScore[1], "common:error.invalid"),
  closedTickets: z.enum(mailChoices.closedTickets, "common:error.invalid"),
  reopenDays: whole(mailRanges.reopenDays[0], mailRanges.reopenDays[1]),
  trustedRelays: z
    .string()
    .default("")
    .transform((typed) => [
      ...new Set(
        typed
          .toLowerCase()
          .split(/[\s,]+/)
          .filter(Boolean),
      ),
    ])
    .pipe(
      z
        .array(z.string().max(255, "common:error.tooLong").regex(RELAY, "common:error.invalid"))
        .max(20, "common:error.tooLong"),
    ),
});
