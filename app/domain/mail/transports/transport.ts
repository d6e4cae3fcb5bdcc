import type { SigningKey } from "../dkim/find-signing-key.server";
import type { BounceReason } from "../mime/bounce-reasons";

/** A mail as every transport gets it; nothing in it holds a line end that does not belong there. */
export type ReadyMail = {
  outboundId: string;
  messageId: string;
  date: Date;
  from: { address: string; name: string };
  replyTo: string;
  to: { address: string; name: string };
  /** Where bounces go: the reply address, so that they name the mail. */
  envelopeFrom: string;
  subject: string;
  html: string;
  text: string;
  inReplyTo: string | null;
  references: string[];
  /** Auto-Submitted, List-Unsubscribe and the like. */
  headers: Record<string, string>;
  attachments: { name: string; type: string; bytes: Buffer }[];
  /** Signs the mail (RFC 6376) where the transport composes it; Resend signs itself. */
  dkim?: SigningKey | null;
};

export type Accepted = {
  /** The next system's own id of the mail. */
  transportId: string | null;
  /** Only the built-in outbox: what it will show, written when the mail is marked sent. */
  shown?: { subject: string; bytes: Buffer };
};

export type Transport = {
  name: "outbox" | "smtp" | "resend";
  /** Hands the mail over, or throws `Refused`. */
  send(mail: ReadyMail): Promise<Accepted>;
  /** Connects and signs in without sending anything, or throws `Refused`. */
  test(): Promise<void>;
  close(): void;
};

/** `deferred` is worth another try, `bounced` is this recipient's permanent no, `failed` the permanent no to this mail. */
export class Refused extends Error {
  constructor(
    readonly state: "deferred" | "bounced" | "failed",
    /** RFC 3463. */
    readonly status: string,
    readonly reason: BounceReason,
    readonly detail: string,
  ) {
    super(detail);
    this.name = "Refused";
  }
}
