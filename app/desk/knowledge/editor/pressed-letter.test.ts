import { expect, it } from "vitest";
import { pressedLetter } from "./pressed-letter";

const ctrl = { ctrlKey: true, metaKey: false, altKey: false, shiftKey: false };

it.each([
  ["a letter", { ...ctrl, key: "s", code: "KeyS" }, "s"],
  ["Caps Lock", { ...ctrl, key: "B", code: "KeyB" }, "b"],
  ["Cmd", { ...ctrl, ctrlKey: false, metaKey: true, key: "s", code: "KeyS" }, "s"],
  ["a Cyrillic layout", { ...ctrl, key: "ы", code: "KeyS" }, "s"],
  ["a layout with its letters elsewhere", { ...ctrl, key: "o", code: "KeyS" }, "o"],
  ["no Ctrl", { ...ctrl, ctrlKey: false, key: "s", code: "KeyS" }, null],
  ["AltGr, which types", { ...ctrl, altKey: true, key: "ș", code: "KeyS" }, null],
  ["Shift", { ...ctrl, shiftKey: true, key: "S", code: "KeyS" }, null],
  ["another key", { ...ctrl, key: "Enter", code: "Enter" }, null],
])("%s", (_, event, letter) => {
  expect(pressedLetter(event)).toBe(letter);
});
