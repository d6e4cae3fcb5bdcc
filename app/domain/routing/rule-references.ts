import type { Rule } from "./rules";

export const REFERENCE_KINDS = ["queue", "person", "skill", "type", "organization", "contract", "calendar"] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/** Something that a rule names, and the field that names it: `conditions.all.0.values`, `actions.queueId`. */
export type RuleReference = { kind: ReferenceKind; id: string; field: string };

const BY_FACT: Partial<Record<string, ReferenceKind>> = {
  queue: "queue",
  type: "type",
  organization: "organization",
  contract: "contract",
  time: "calendar",
};

/** Everything that the rule names and that may be archived or deleted one day. */
export function listReferences({ conditions, actions }: Rule): RuleReference[] {
  const asked = (["all", "any", "none"] as const).flatMap((block) =>
    conditions[block].flatMap(({ fact, values }, i) => {
      const kind = BY_FACT[fact];
      return kind ? values.map((id) => ({ kind, id, field: `conditions.${block}.${i}.values` })) : [];
    }),
  );
  return [
    ...asked,
    ...(actions.queueId ? [{ kind: "queue" as const, id: actions.queueId, field: "actions.queueId" }] : []),
    ...actions.followerIds.map((id) => ({ kind: "person" as const, id, field: "actions.followerIds" })),
    ...actions.skills.map(({ skillId }) => ({ kind: "skill" as const, id: skillId, field: "actions.skills" })),
  ];
}
