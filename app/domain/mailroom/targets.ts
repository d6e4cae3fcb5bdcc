import type { MailHeaders } from "~/domain/mail/mime/mail-headers";
import { type Mailbox, type Mailboxes, mailboxOf } from "./mailboxes";

type Headers = {
  to: readonly { address: string }[];
  cc: readonly { address: string }[];
  headers: Pick<MailHeaders, "all">;
};

const DELIVERY_HEADERS = ["x-original-to", "delivered-to", "envelope-to", "x-envelope-to"];

/**
 * Queues that a mail was sent to; the first is the ticket's, none leaves it to the first queue of all. The envelope
 * decides; what a mail system wrote at delivery, then To and Cc, stand in where it is silent.
 */
export function targetsOf(mail: Headers, recipients: readonly string[], boxes: Mailboxes): string[] {
  return [...new Set(mailboxesOf(mail, recipients, boxes).map(({ queueId }) => queueId))];
}

/** Our addresses that the mail was sent to, once each and in the same order. */
export function addressedTo(mail: Headers, recipients: readonly string[], boxes: Mailboxes): string[] {
  return [...new Set(mailboxesOf(mail, recipients, boxes).map(({ address }) => address))];
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
