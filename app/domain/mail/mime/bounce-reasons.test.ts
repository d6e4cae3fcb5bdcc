import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { bounceReasons, reasonFromStatus } from "./bounce-reasons";

it.each(["en", "it", "ro", "ru"])("every reason has its sentence in %s", (language) => {
  const url = new URL(`../../../i18n/locales/${language}/desk.json`, import.meta.url);
  const words = JSON.parse(readFileSync(url, "utf8")) as Record<string, string>;
  expect(bounceReasons.filter((reason) => !words[`reason.${reason}`])).toEqual([]);
});

it("every class of RFC 3463 that says something becomes a reason", () => {
  const silent = ["5.0.0", "4.0.0", "4.1.1"];
  const said = ["1.1", "1.2", "1.6", "2.0", "2.1", "2.2", "2.3", "3.1", "3.4", "4.4", "4.7", "5.1", "6.1", "7.1"];
  expect(silent.map(reasonFromStatus)).toEqual([null, null, null]);
  expect(said.filter((detail) => reasonFromStatus(`5.${detail}`) === null)).toEqual([]);
});
