import type { FactCatalogue } from "~/lib/conditions/schema";

/** What a policy's conditions may ask for. `contract`, `organization`, `type` and `queue` are ids, the others codes. */
export const SLA_FACTS = {
  contract: "choice",
  organization: "choice",
  region: "text",
  priority: "choice",
  type: "choice",
  queue: "choice",
  channel: "choice",
  language: "choice",
} as const satisfies FactCatalogue;
