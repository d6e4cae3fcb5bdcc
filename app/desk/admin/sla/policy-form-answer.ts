import type { Failure } from "~/http/route.server";
import { type PolicyDraft, readPolicyDraft } from "./policy-draft";

/** What the form's own page gets back: a refusal with the texts typed, or the form after one of its buttons. */
export type PolicyFormAnswer = Failure | { edited: PolicyDraft; version?: string } | undefined;

/** What to show in the form: what came back, else what was there. */
export function readAnswer(
  answer: PolicyFormAnswer,
  saved: PolicyDraft,
): { draft: PolicyDraft; failed?: Failure["failure"] } {
  if (!answer) return { draft: saved };
  if ("edited" in answer) return { draft: answer.edited };
  return { draft: readPolicyDraft(answer.values), failed: answer.failure };
}

/** Where an error's link leads when its field has an id of its own. */
export const errorIds = (errors: Record<string, string> | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.keys(errors ?? {}).flatMap((field) => {
      const [, block, row] = /^conditions\.(\w+)\.(\d+)/.exec(field) ?? [];
      return block ? [[field, `f-conditions-${block}-${row}-error`]] : [];
    }),
  );
