declare module "~/platform/events.server" {
  interface EventData {
    "sla_policy.created": { policyId: string };
    /** `version` is the one that the change made. */
    "sla_policy.changed": { policyId: string; version: number };
    "sla_policy.moved": { policyId: string };
    "sla_policy.archived": { policyId: string };
    "sla_policy.restored": { policyId: string };
  }
}

export {};
