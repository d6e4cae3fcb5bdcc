import type { NewAttachment } from "~/domain/files/new-attachment";
import type { ThreadingRule } from "~/domain/mail/threading";
import type { MessageBody } from "~/domain/tickets/message-body";
import type { MailCase } from "./make-mail-case.server";
import type { MailRuleDecision } from "./mail-rules";
import type { Sender } from "./people-in-mail.server";

/** A mail that a member of staff has forwarded, as its first sender wrote it. */
export type Forward = {
  from: { address: string; name: string };
  subject: string;
  body: MessageBody;
  attachments: NewAttachment[];
  /** What the forwarder wrote above, "" for nothing: for the desk alone. */
  comment: string;
};

/** A mail about whose place everything is known. */
export type Filing = MailCase & {
  marked: boolean;
  /** When a person let it through, null for a mail that was not held. */
  releasedAt: Date | null;
  rule: ThreadingRule | null;
  forgedKey: boolean;
  sender: Sender;
  /** Whose mail a member of staff has forwarded. */
  forward: Forward | null;
  /** Null where no rule was asked. */
  decision: MailRuleDecision | null;
  numbers: ReadonlyMap<string, number>;
};
