import { newId } from "~/lib/id";
import { ACTIONS, type ActionDraft, type StepDraft } from "./policy-draft";

/** An action and a step in the browser, where a row keeps its place on the screen by its key. */
export type KeyedAction = ActionDraft & { key: number };
export type KeyedStep = Omit<StepDraft, "actions"> & { actions: KeyedAction[] };

/** A further step of the ladder, with an action to begin with. */
export const newStep = (): StepDraft => ({
  id: newId(),
  kind: "any",
  when: "percent",
  amount: "",
  actions: [newAction("notify")],
});

export const newAction = (act: ActionDraft["do"]): ActionDraft => ({
  do: act,
  value: act === "notify" ? "assignee" : act === "raise_priority" ? "high" : "",
});

/**
 * The ladder after one of its own buttons (`add`, `remove.1`, `act.0.webhook`, `unact.0.2`), to be shown again and not
 * saved. Steps keep their ids.
 */
export function editLadder(ladder: readonly StepDraft[], pressed: string): StepDraft[] {
  const [act, at, what] = pressed.split(".");
  if (act === "add") return [...ladder, newStep()];
  if (act === "remove") return ladder.filter((_, i) => i !== Number(at));
  return ladder.map((step, i) => {
    if (i !== Number(at)) return step;
    const made = ACTIONS.find((known) => known === what);
    if (act === "act" && made) return { ...step, actions: [...step.actions, newAction(made)] };
    if (act === "unact") return { ...step, actions: step.actions.filter((_, j) => j !== Number(what)) };
    return step;
  });
}
