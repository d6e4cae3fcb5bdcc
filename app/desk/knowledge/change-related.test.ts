import { expect, test } from "vitest";
import { changeRelated } from "./change-related";

test.each([
  ["add", "d", "a b c d"],
  ["add", "a", "a b c"],
  ["remove", "b", "a c"],
  ["remove", "x", "a b c"],
  ["up", "c", "a c b"],
  ["up", "a", "a b c"],
  ["down", "a", "b a c"],
  ["down", "c", "a b c"],
  ["jump", "a", "a b c"],
])("%s %s makes %s", (act, id, after) => expect(changeRelated(["a", "b", "c"], id, act).join(" ")).toBe(after));
