import { expect, it } from "vitest";
import { type TextFacts, textState } from "./text-state";

const out: TextFacts = { published: true, work: "none", scheduled: false, ending: false, stale: false };

it.each<[Partial<TextFacts>, string]>([
  [{}, "published"],
  [{ ending: true }, "ending"],
  [{ ending: true, work: "draft" }, "changes"],
  [{ ending: true, stale: true, work: "draft" }, "stale"],
  [{ scheduled: true, stale: true }, "scheduled"],
  [{ scheduled: true, work: "in_review" }, "in_review"],
  [{ published: false }, "draft"],
])("says the most pressing thing: %j is %s", (facts, state) => {
  expect(textState({ ...out, ...facts })).toBe(state);
});
