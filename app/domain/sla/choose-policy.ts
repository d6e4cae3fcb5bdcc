import { type Facts, holds } from "~/lib/conditions/evaluate";
import type { PolicyRules } from "./schema";

export type Choosable = { policyId: string; archived: boolean; rules: Pick<PolicyRules, "conditions"> };

/**
 * The policy of a ticket: its contract's, else the first in order whose conditions hold; null for none. An archived
 * policy is nobody's any more, not even a contract's.
 */
export function choosePolicy<P extends Choosable>(
  policies: readonly P[],
  facts: Facts,
  contractPolicyId: string | null,
): P | null {
  const contracted = contractPolicyId && policies.find(({ policyId }) => policyId === contractPolicyId);
  if (contracted && !contracted.archived) return contracted;
  return policies.find(({ archived, rules }) => !archived && holds(rules.conditions, facts)) ?? null;
}
