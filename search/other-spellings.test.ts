import { expect, it } from "vitest";
import { otherSpellings } from "./other-spellings";

it.each([
  ["ghbdtn", "привет"],
  ["зфнзфд", "paypal"],
  ["oplata", "оплата"],
  ["zashchita", "защита"],
  ["хероку", "heroku"],
  ["чат", "chat"],
  ["кэшбэк", "кешбек"],
  ["кешбэк", "кэшбэк"],
])("reads %s as %s too", (word, meant) => expect(otherSpellings(word)).toContain(meant));

it.each(["", "naïve", "e17", "日本", "a"])("says nothing wrong of %s", (word) => {
  for (const one of otherSpellings(word)) expect(one).toMatch(/^[\p{L}\p{N}]+$/u);
});
