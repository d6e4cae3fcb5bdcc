import type { MailHeaders } from "~/domain/mail/mime/mail-headers";
import { type Mailbox, type Mailboxes, mailboxOf } from "./mailboxes";

type Headers = {
  to: readonly { address: string }[];
  cc: readonly { address: string }[];
  headers: Pick<MailHeaders, "all">;
};

/** Queues and addresses of ours that a mail was sent to, once each; the first queue is the ticket's. */
export type Targets = { queueIds: string[]; addresses: string[] };

const DELIVERY_HEADERS = ["x-original-to", "delivered-to", "envelope-to", "x-envelope-to"];

/**
 * Where a mail was sent to; nothing leaves it to the first queue of all. The envelope decides; what a mail system wrote
 * at delivery, then To and Cc, stand in where it is silent.
 */
export function targetsOf(mail: Headers, recipients: readonly string[], boxes: Mailboxes): Targets {
  const found = mailboxesOf(mail, recipients, boxes);
  return {
    queueIds: [...new Set(found.map(({ queueId }) => queueId))],
    addresses: [...new Set(found.map(({ address }) => address))],
  };
}

function mailboxesOf(mail: Headers, recipients: readonly string[], boxes: Mailboxes): Mailbox[] {
  const written = () => [...mail.to, ...mail.cc].map(({ address }) => address);
  const delivered = () => DELIVERY_HEADERS.flatMap((name) => mail.headers.all(name));
  for (const addresses of [recipients, delivered(), written()]) {
    const found = addresses.flatMap((address) => mailboxOf(boxes, address) ?? []);
    if (found.length) return found;
  }
  return [];
}
