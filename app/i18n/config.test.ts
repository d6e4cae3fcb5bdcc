import { expect, test } from "vitest";
import { negotiateLocale } from "./config";

test.each([
  ["it-IT,it;q=0.9,en;q=0.8", "it"],
  ["fr-FR,ro;q=0.3,ru;q=0.4", "ru"],
  ["en;q=0, ro", "ro"],
  ["de, fr", null],
  ["*", null],
  ["", null],
  [null, null],
  [";;;q=x,,it;q=abc", null],
])("%s means %s", (header, locale) => expect(negotiateLocale(header)).toBe(locale));
