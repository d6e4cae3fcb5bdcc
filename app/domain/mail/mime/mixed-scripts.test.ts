import { domainToASCII } from "node:url";
import { expect, test } from "vitest";
import { mixedScripts } from "./mixed-scripts";

test.each([
  ["ann@pаypal.com", "Latin+Cyrillic"],
  [`ann@${domainToASCII("pаypal.com")}`, "Latin+Cyrillic"],
  ["ann@gοοgle.com", "Latin+Greek"],
  ["ann@аррӏе.com", "Latin+Cyrillic"],
  [`ann@${domainToASCII("аррӏе.com")}`, "Latin+Cyrillic"],
  ["ann@mail.соре-ха.ru", "Latin+Cyrillic"],
  ["ann@sportеllo.пример.рф", "Latin+Cyrillic"],
  ["ann@ɡoogle.com", "Latin+IPA"],
  ["ann@հօս.com", "Latin+Armenian"],
  ["ann@ρaypal.ελ", "Latin+Greek"],
])("%s mixes %s", (address, scripts) => {
  expect(mixedScripts(address)).toBe(scripts);
});

test.each([
  "ann@example.com",
  "ann@почта.рф",
  "иван@пример.рф",
  "ann@сор.рф",
  "ann@пример.com",
  "ann@xn--e1afmkfd.xn--p1ai",
  "ann@münchen.de",
  "ann@știri.ro",
  "ann@παράδειγμα.ελ",
  "ann@日本語カナabc.jp",
  "ann@한국어.kr",
  "ann@例え.テスト",
  "ann@192.0.2.1",
  "ann@[192.0.2.1]",
  "ann@xn--.com",
  "ann",
  "",
  `ann@${"a".repeat(5_000)}.com`,
])("%s is honest", (address) => {
  expect(mixedScripts(address)).toBeNull();
});
