import type { FactCatalogue } from "~/lib/conditions/schema";

/**
 * What a routing rule's conditions may ask for. `organization`, `contract`, `type` and `queue` are ids; `time` holds the
 * ids of the calendars open at that moment; `words` is subject and first message.
 */
export const ROUTING_FACTS = {
  channel: "choice",
  address: "text",
  sender: "text",
  subject: "words",
  words: "words",
  language: "choice",
  organization: "choice",
  region: "text",
  contract: "choice",
  type: "choice",
  priority: "choice",
  queue: "choice",
  time: "calendar",
} as const satisfies FactCatalogue;
