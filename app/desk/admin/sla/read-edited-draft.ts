import { SLA_FACTS } from "~/domain/sla/facts";
import { editConditions } from "../conditions/edit-conditions";
import { editLadder } from "./edit-ladder";
import { type PolicyDraft, readPolicyDraft } from "./policy-draft";

/** The form after one of its own buttons, which change rows and save nothing; null when it was sent to be saved. */
export function readEditedDraft(form: FormData): PolicyDraft | null {
  const conditions = editConditions(form, "conditions", SLA_FACTS);
  if (conditions) return { ...readPolicyDraft(form), conditions };
  const pressed = form.get("ladder.edit");
  if (typeof pressed !== "string") return null;
  const draft = readPolicyDraft(form);
  return { ...draft, ladder: editLadder(draft.ladder, pressed) };
}
