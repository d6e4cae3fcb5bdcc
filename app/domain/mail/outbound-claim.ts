/** The columns of an outbound mail that its words and headers follow from. */
export type OutboundFacts = {
  id: string;
  template: string;
  locale: string;
  props: unknown;
  recipient: string;
  recipientName: string;
  fromAddress: string | null;
  fromName: string | null;
  messageId: string;
  inReplyTo: string | null;
  references: string[];
  autoSubmitted: string | null;
  createdAt: Date;
};

/** A mail in one sender's hands; `attempts` counts this one. */
export type Claim = OutboundFacts & { attempts: number; threadId: string | null; entryId: string | null };
