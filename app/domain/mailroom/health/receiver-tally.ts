import type { SmtpRefusal } from "../smtp-answers";

/** What one receiver has counted since its start. */
export type ReceiverCounts = {
  connections: number;
  /** With STARTTLS. */
  encrypted: number;
  /** Messages kept. */
  messages: number;
  /** Handshakes that failed. */
  tlsFailed: number;
  /** Refused messages, recipients and connections. */
  refused: Partial<Record<SmtpRefusal, number>>;
};

export type TallyEvent = Exclude<keyof ReceiverCounts, "refused">;

/** Counts in memory what happens at a receiver; its heartbeat writes the sums. */
export class ReceiverTally {
  readonly counts: ReceiverCounts = { connections: 0, encrypted: 0, messages: 0, tlsFailed: 0, refused: {} };
  lastMessageAt: Date | null = null;
  /** The last trouble of our own, in the words of the system: a refused sender is none. */
  lastError: { text: string; at: Date } | null = null;

  count(event: TallyEvent, at: Date): void {
    this.counts[event] += 1;
    if (event === "messages") this.lastMessageAt = at;
  }

  refuse(reason: SmtpRefusal): void {
    this.counts.refused[reason] = (this.counts.refused[reason] ?? 0) + 1;
  }

  fail(text: string, at: Date): void {
    this.lastError = { text: text.replace(/[\p{Cc}\s]+/gu, " ").slice(0, 300), at };
  }
}
