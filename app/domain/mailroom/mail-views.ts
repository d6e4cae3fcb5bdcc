import type { AuthResults } from "~/domain/mail/auth-results";
import type { HoldData, HoldReason } from "./holds";
import type { MailTrace, StageEntry } from "./mail-trace";

/** The lists of the mailroom. */
export const MAIL_VIEWS = ["held", "all", "discarded"] as const;
export type MailView = (typeof MAIL_VIEWS)[number];

/** Counts stop here: a count of this means "that many or more". */
export const MAIL_CAP = 100;

/** Whoever looks at a held mail counts as on it for this long after the last sign of it. */
export const CLAIM_MINUTES = 15;

export type MailPerson = { id: string; name: string };

/** Whether somebody is on a held mail at `now`, in milliseconds: a claim ends by itself. */
export const isClaimed = (claim: { claimedAt: Date | string | null }, now: number): boolean =>
  claim.claimedAt !== null && new Date(claim.claimedAt).getTime() + CLAIM_MINUTES * 60_000 > now;

/** What a mail waits for, and who looks at it. */
export type HoldView = {
  reason: HoldReason;
  data: HoldData;
  heldAt: Date;
  alertAt: Date;
  claimedBy: MailPerson | null;
  claimedAt: Date | null;
};

export type MailStageName = "received" | "read" | "decided" | "held" | "done" | "failed";
export type MailOutcome =
  "opened" | "joined" | "linked" | "duplicate" | "bounce" | "feedback" | "unreadable" | "filed" | "discarded";

/** One line of the list. */
export type MailRow = {
  id: string;
  receivedAt: Date;
  subject: string;
  fromName: string;
  fromAddress: string;
  /** Our address that it came to; empty when the envelope names none. */
  to: string;
  stage: MailStageName;
  outcome: MailOutcome | null;
  hold: HoldView | null;
  /** The ticket that it became part of, where the reader sees it. */
  number: number | null;
  purgeAt: Date | null;
};

export type MailPage = { rows: MailRow[]; next: string | null; previous: string | null };
export type MailListQuery = { view: MailView; q: string; after: string | null };

/** What became of a hold. */
export type DecidedView = { decision: string; at: Date; by: MailPerson | null };

/** An outgoing automatic answer to the mail. */
export type MailAnswer = { id: string; recipient: string; state: string; reason: string | null; at: Date };

/** A mail's row with the names of what it speaks of. */
export type MailFacts = MailRow & {
  source: "smtp" | "pipe" | "http" | "resend" | "imap";
  envelopeFrom: string;
  recipients: string[];
  clientIp: string;
  helo: string;
  tls: boolean;
  size: number;
  messageId: string;
  error: string | null;
  attempts: number;
  rule: string | null;
  queue: MailPerson | null;
  mailbox: string | null;
  auth: AuthResults | null;
  trace: MailTrace | null;
  decided: DecidedView | null;
  /** The ticket that the hold's reason names, where the reader sees it. */
  named: { number: number; subject: string } | null;
  filed: { person: MailPerson | null; organization: MailPerson | null } | null;
  blockedBy: string | null;
  duplicateOf: string | null;
  answers: MailAnswer[];
};

/** What a stage found in the last run; undefined when it was not reached. */
export const stageOf = <S extends StageEntry["stage"]>(
  trace: MailTrace | null,
  stage: S,
): Extract<StageEntry, { stage: S }> | undefined =>
  trace?.stages.find((entry): entry is Extract<StageEntry, { stage: S }> => entry.stage === stage);
