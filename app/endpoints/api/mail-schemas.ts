import { z } from "zod";
import { AUTH_RESULTS } from "~/domain/mail/auth-results";
import { HOLD_REASONS } from "~/domain/mailroom/holds";
import { MAIL_STAGES } from "~/domain/mailroom/mail-trace";
import { MAIL_VIEWS } from "~/domain/mailroom/mail-views";
import { cursor, id, instant, page } from "./schemas";

// Received mail: with ./schemas one set that validates, types and documents.

const named = z.object({ id, name: z.string() });

const row = {
  id,
  receivedAt: instant,
  subject: z.string(),
  from: z.object({ name: z.string(), address: z.string().describe("Empty when the mail names no sender") }),
  stage: z.enum(["received", "read", "decided", "held", "done", "failed"]),
  outcome: z
    .enum(["opened", "joined", "linked", "duplicate", "bounce", "feedback", "unreadable", "filed", "discarded"])
    .nullable(),
  number: z.int().nullable().describe("The ticket that it is part of; null for one out of the token's sight"),
  purgeAt: instant.nullable().describe("When a discarded mail is deleted"),
  hold: z
    .object({
      reason: z.enum(HOLD_REASONS),
      heldAt: instant,
      claimedBy: named.nullable().describe("Who looks at it; a claim ends after 15 silent minutes"),
      claimedAt: instant.nullable(),
    })
    .nullable()
    .describe("While it waits for a decision"),
};

export const mailRow = z.object(row).meta({ id: "ReceivedMailSummary" });
export const mailPage = page(mailRow).meta({ id: "ReceivedMailPage" });
export const mailQuery = z.object({
  view: z
    .enum(MAIL_VIEWS)
    .default("held")
    .describe("held: waiting for a decision, oldest first; the others newest first"),
  q: z
    .string()
    .trim()
    .max(200)
    .default("")
    .describe("A sender's address, a Message-ID, `@domain`, or words of subject and sender's name"),
  cursor,
});

const auth = z.enum(AUTH_RESULTS);

export const receivedMail = z
  .object({
    ...row,
    source: z.enum(["smtp", "pipe", "http", "resend", "imap"]),
    envelopeFrom: z.string(),
    recipients: z.array(z.string()),
    messageId: z.string(),
    size: z.int().describe("Octets"),
    queue: named.nullable(),
    authentication: z
      .object({ spf: auth, dkim: z.array(z.object({ result: auth, domain: z.string() })), dmarc: auth, arc: auth })
      .nullable(),
    stages: z
      .array(z.object({ stage: z.enum(MAIL_STAGES), result: z.string().nullable(), at: instant }))
      .describe("What the last run over the mail found, in order"),
    decision: z
      .object({ decision: z.string(), at: instant, by: named.nullable() })
      .nullable()
      .describe("What somebody decided when it was held"),
    blockedBy: z.string().nullable().describe("The entry of the block list that discarded it"),
    text: z.string().nullable().describe("Its own words without quotes; null when it cannot be read"),
    attachments: z.array(z.object({ name: z.string(), type: z.string(), size: z.int() })),
  })
  .meta({ id: "ReceivedMail" });

export const mailParams = z.object({ id });

export const decisionBody = z
  .object({
    decision: z
      .enum(["open", "join", "file", "discard"])
      .describe(
        "open: a ticket of its own, linked where the mail names one; file: into a contact's or organization's file",
      ),
    number: z.int().min(1).max(999_999_999).optional().describe("With join: the ticket"),
    personId: id.optional().describe("With file; the sender when nobody is named"),
    organizationId: id.optional().describe("With file"),
    block: z.enum(["address", "domain"]).optional().describe("Discards the sender's later mail too"),
  })
  .meta({ id: "DecideMail" });
