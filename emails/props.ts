import { z } from "zod";

// What each template needs, without React: whoever queues a mail validates by these and never loads the templates.

const url = z.url({ protocol: /^https?$/ });
const instant = z
  .union([z.date(), z.string()])
  .transform((at) => new Date(at))
  .refine((at) => !Number.isNaN(at.getTime()), "not an instant")
  .transform((at) => at.toISOString());

const ticket = z.object({ number: z.number().int().positive(), subject: z.string(), url });

const message = ticket.extend({
  author: z.string(),
  text: z.string(),
  /** Sanitised by whoever stored it; null when the text is all there is. */
  html: z.string().nullable().default(null),
  signature: z.string().default(""),
  attachments: z.array(z.object({ fileId: z.uuid(), name: z.string(), type: z.string() })).default([]),
  /** What was said before, newest first. */
  previous: z
    .array(z.object({ author: z.string(), at: instant, text: z.string() }))
    .max(5)
    .default([]),
});

/** Subject and text with variables, as an administrator wrote them in the mail's language. */
const words = z.object({ subject: z.string(), text: z.string() });

/** What an automatic mail about a ticket is filled with beside the ticket's own facts; instants in the reader's zone. */
const automatic = ticket.extend({
  /** Null takes the product's own words. */
  words: words.nullable().default(null),
  customer: z.string().default(""),
  queue: z.string().default(""),
  agent: z.string().default(""),
  /** Of the closed ticket that this one continues. */
  previous: z.number().int().positive().nullable().default(null),
  opening: instant.nullable().default(null),
  replyBy: instant.nullable().default(null),
  zone: z.string().nullable().default(null),
});

const minutes = z.number().int().positive();
const hours = z.number().int().positive();

export const mailProps = {
  /** To the requester: the ticket has arrived, or what became of a message to a closed one; `text` is what was written. */
  receipt: automatic.extend({
    kind: z.enum(["receipt", "out_of_hours", "follow_up", "reopened"]).default("receipt"),
    text: z.string(),
  }),
  /** An agent's answer. */
  reply: message,
  /** The same words for the ticket's other participants; `side` says who wrote. */
  "participant-message": message.extend({ side: z.enum(["customer", "agent"]) }),
  /** Solved without an answer beside it. */
  solved: automatic,
  /** To an agent. */
  "agent-notice": z.discriminatedUnion("kind", [
    ticket.extend({
      kind: z.enum(["assigned", "mentioned", "customer_replied"]),
      actor: z.string(),
      text: z.string(),
    }),
    /** A target is due soon, overdue, or came to a step of its ladder; `dueAt` is null while its clock stands still. */
    ticket.extend({
      kind: z.literal("escalated"),
      target: z.enum(["first_reply", "next_reply", "resolution"]),
      step: z.enum(["warning", "breach", "ladder"]),
      dueAt: instant.nullable(),
      at: instant,
    }),
    /** `subject` is the contract's name; `days` are those left with the code `days`. */
    z.object({
      kind: z.literal("contract"),
      subject: z.string(),
      url,
      code: z.enum(["days", "ended", "low", "empty"]),
      days: z.number().int().min(0).nullable(),
    }),
    /** A received mail has waited for a decision since `heldAt`; `reason` is why, a code of the mailroom. */
    z.object({
      kind: z.literal("mail_held"),
      subject: z.string(),
      url,
      from: z.string(),
      queue: z.string(),
      reason: z.string(),
      heldAt: instant,
    }),
  ]),
  /** To a follower of a topic or of the news itself; `text` is plain, empty where nothing was written. */
  news: z.object({
    kind: z.enum(["published", "updated", "solved"]),
    problem: z.boolean(),
    subject: z.string(),
    text: z.string(),
    url,
    followed: z.enum(["topic", "news"]),
    followedId: z.uuid(),
  }),
  /** A received mail passed on as it came, by a rule of the mailroom; `to` is the address of ours that it came to. */
  forward: z.object({
    inboundId: z.uuid(),
    subject: z.string(),
    from: z.string(),
    to: z.string(),
    number: z.number().int().positive().nullable(),
  }),
  "sign-in-link": z.object({ url, minutes }),
  "verify-address": z.object({ url, hours }),
  "password-reset": z.object({ url, minutes }),
  invitation: z.object({ url, inviter: z.string(), company: z.string() }),
  /** A form without sign-in waits for its address. */
  "confirm-ticket": z.object({ url, subject: z.string(), hours }),
  /** Somebody signed up with an address that has an account. */
  "already-registered": z.object({ url }),
  /** An administrator tries the way out; `url` is the page about mail. */
  "mail-test": z.object({ url }),
} as const;

export type MailTemplate = keyof typeof mailProps;
export type MailProps<T extends MailTemplate> = z.output<(typeof mailProps)[T]>;
export type MailPropsInput<T extends MailTemplate> = z.input<(typeof mailProps)[T]>;

export const isMailTemplate = (name: string): name is MailTemplate => Object.hasOwn(mailProps, name);
