import type { MailboxDetails } from "~/domain/mailroom/imap/imap-views";

/** What each part of a mailbox's form needs. */
export type MailboxFieldsProps = {
  mailbox: Partial<MailboxDetails>;
  /** what was typed, when the form came back */
  values: Record<string, string> | undefined;
  errors: Record<string, string> | undefined;
};
