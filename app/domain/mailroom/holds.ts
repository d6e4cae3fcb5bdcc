/** Why a mail waits for a person. Each has its words in `mailroom:hold.<reason>`. */
export const HOLD_REASONS = [
  /** DMARC failed, or the mail claims one of our own domains and SPF or DMARC does not agree. */
  "not_verified",
  /** Marked as spam, or its score is at or over the settings' limit. */
  "spam",
  /** Names a ticket whose people do not include the sender, and the settings hold such mail. */
  "unknown_sender",
  /** A rule put it aside. */
  "rule",
  /** A delivery report that names no mail of ours. */
  "bounce_unknown",
  /** Staff forwarded it, and who wrote it first cannot be read from it. */
  "forward_unclear",
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** What the words of a reason need; ids and codes only. */
export type HoldData = {
  /** `unknown_sender`: the ticket that the mail names. */
  ticketId?: string;
  number?: number;
  /** `rule`. */
  ruleId?: string;
  /** `spam`. */
  score?: number | null;
  /** `not_verified`: says that it comes from us. */
  ourDomain?: boolean;
};

export type Hold = { reason: HoldReason; data: HoldData };
