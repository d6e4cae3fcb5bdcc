import type { FactCatalogue } from "~/lib/conditions/schema";

/**
 * What a mailroom rule's conditions may ask for. `address` is the address of ours that the mail came to, `recipient` all
 * that it was written to; `body` is without quotes and signature, `text` the whole; sizes are in kilobytes of 1,000 bytes.
 */
export const MAIL_FACTS = {
  from: "line",
  domain: "line",
  name: "line",
  replyTo: "line",
  recipient: "line",
  address: "choice",
  envelope: "line",
  subject: "line",
  body: "body",
  text: "body",
  "header:*": "line",
  attachmentName: "line",
  attachmentType: "line",
  attachmentCount: "number",
  attachmentSize: "number",
  size: "number",
  language: "choice",
  spamScore: "number",
  spf: "choice",
  dkim: "choice",
  dmarc: "choice",
  dmarcPolicy: "choice",
  known: "choice",
  thread: "choice",
  automatic: "choice",
  list: "choice",
} as const satisfies FactCatalogue;
