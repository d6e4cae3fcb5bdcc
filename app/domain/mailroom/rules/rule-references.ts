import type { MailRule } from "../mail-rules";

export type ReferenceKind = "queue" | "type" | "person" | "template" | "address";

/** Something that a rule names, and the field that names it: `conditions.all.0.values`, `actions.queueId`. */
export type RuleReference = { kind: ReferenceKind; id: string; field: string };

/** Everything that the rule names and that may be archived or deleted one day. */
export function listReferences({ conditions, actions }: Pick<MailRule, "conditions" | "actions">): RuleReference[] {
  const addresses = (["all", "any", "none"] as const).flatMap((block) =>
    conditions[block].flatMap(({ fact, values }, i) =>
      fact === "address"
        ? values.map((id) => ({ kind: "address" as const, id, field: `conditions.${block}.${i}.values` }))
        : [],
    ),
  );
  const one = (kind: ReferenceKind, id: string | null, field: string) =>
    id ? [{ kind, id, field: `actions.${field}` }] : [];
  return [
    ...addresses,
    ...one("queue", actions.queueId, "queueId"),
    ...one("type", actions.typeId, "typeId"),
    ...one("person", actions.assigneeId, "assigneeId"),
    ...actions.followerIds.flatMap((id) => one("person", id, "followerIds")),
    ...one("template", actions.answer === "none" ? null : actions.answer, "answer"),
  ];
}
