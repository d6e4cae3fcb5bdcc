/** What became of received mail, in the columns of the figures. */
export const MAILS_IN = ["opened", "joined", "held", "bounce", "other", "failed", "waiting"] as const;
/** How outgoing mail stands. */
export const MAILS_OUT = ["sent", "waiting", "failed", "suppressed"] as const;
export type MailIn = (typeof MAILS_IN)[number];
export type MailOut = (typeof MAILS_OUT)[number];

export const MAIL_SPANS = ["day", "week"] as const;
export type MailSpan = (typeof MAIL_SPANS)[number];

/** Mails of one hour, or of one day and each of its hours. */
export type MailSlot = { at: Date; in: Record<MailIn, number>; out: Record<MailOut, number> };
export type MailFigures = {
  /** Newest first; hours of the last 24, or days of the last seven. */
  slots: MailSlot[];
  /** By hour, newest first: everything in and everything out. */
  hours: { at: Date; in: number; out: number }[];
  /** Counting went back to here only: there is more mail than is counted on a screen. */
  since: Date | null;
};
