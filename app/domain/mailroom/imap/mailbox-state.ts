import type { MailboxState } from "./imap-views";

/** Longer without a heartbeat, and nobody follows the mailbox. */
const SILENT_MS = 3 * 60_000;

type Facts = {
  enabled: boolean;
  connectedAt: Date | null;
  seenAt: Date | null;
  lastErrorAt: Date | null;
  /** Of the account's last change, as far as known. */
  createdAt: Date;
};

/** How a mailbox stands by what `imap_account` keeps of it. */
export function mailboxState({ enabled, connectedAt, seenAt, lastErrorAt, createdAt }: Facts, now: Date): MailboxState {
  if (!enabled) return "off";
  const fresh = (at: Date | null, ms: number) => at !== null && now.getTime() - at.getTime() < ms;
  if (connectedAt) return fresh(seenAt, SILENT_MS) ? "connected" : "silent";
  // The longest pause between two tries is an hour.
  if (fresh(lastErrorAt, 25 * SILENT_MS)) return "failing";
  return fresh(createdAt, SILENT_MS) || fresh(seenAt, SILENT_MS) ? "starting" : "silent";
}
