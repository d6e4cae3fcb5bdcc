import { expect, test } from "vitest";
import { LOCALES } from "./config";
import { languageName } from "./language-name";

test("a language has a name in each of ours", () => {
  expect(LOCALES.map((locale) => languageName(locale, "en"))).toEqual(["English", "inglese", "engleză", "английский"]);
  expect(languageName("it", "ru")).toBe("russo");
});
