export type UnreadableReason =
  "empty" | "no-headers" | "too-large" | "too-deep" | "too-many-parts" | "headers-too-large" | "too-many-recipients";

/** Thrown when bytes are no mail or go beyond a limit; the message is set aside with `reason`, never retried. */
export class MailUnreadable extends Error {
  constructor(readonly reason: UnreadableReason) {
    super(`mail unreadable: ${reason}`);
    this.name = "MailUnreadable";
  }
}
