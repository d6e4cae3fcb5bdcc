/** What a signature may say by name: an agent's, a queue's, an address's. */
export const SIGNATURE_VARIABLES = [
  "agent.name",
  "queue.name",
  "company.name",
  "company.phone",
  "company.email",
  "company.hours",
] as const;

export type SignatureVariable = (typeof SIGNATURE_VARIABLES)[number];
