import type { ImapProblem } from "./imap-problem";

/** How a mailbox stands: nobody follows a `silent` one, a `failing` one is tried again and again. */
export type MailboxState = "off" | "connected" | "failing" | "starting" | "silent";

/** A mailbox as the list shows it. */
export type MailboxRow = {
  id: string;
  name: string;
  address: string;
  username: string;
  host: string;
  folder: string;
  state: MailboxState;
  connectedAt: Date | null;
  lastMessageAt: Date | null;
  problem: ImapProblem | null;
  problemAt: Date | null;
  /** In the mailbox, still to be fetched. */
  waiting: number;
  /** Fetched, not yet tickets. */
  unread: number;
  /** Left there, being too large. */
  left: number;
};

/** A mailbox as its form shows it; of secrets only whether there is one. */
export type MailboxDetails = {
  id: string;
  revision: number;
  enabled: boolean;
  name: string;
  host: string;
  port: number;
  security: string;
  certificate: string;
  username: string;
  auth: string;
  folder: string;
  afterwards: string;
  moveTo: string;
  address: string;
  /** A day in the reader's zone. */
  since: string;
  clientId: string;
  tenant: string;
  has: { password: boolean; clientSecret: boolean; refreshToken: boolean };
};

/** What a connection that was only tried has found. */
export type MailboxTrial = {
  problem: ImapProblem | null;
  /** Of the folder; null when it is not there. */
  messages: number | null;
  folders: string[];
};
