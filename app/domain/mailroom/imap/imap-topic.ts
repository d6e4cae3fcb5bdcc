/** Signalled when a mailbox's account was changed. */
export const IMAP_TOPIC = "imap:accounts";
