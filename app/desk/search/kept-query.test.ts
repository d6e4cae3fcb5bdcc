import { expect, test } from "vitest";
import { parseQuery } from "~/domain/search/operators";
import { keptQuery } from "./kept-query";

test.each([
  ["pump is:open", "tickets", "pump is:open in:tickets"],
  ["pump in:articles", "articles", "pump in:articles"],
  ["pump in:articles in:tickets", "tickets", "pump in:articles in:tickets"],
  ["pump -in:customers", "tickets", "pump -in:customers in:tickets"],
  ['"loan pump" queue:"Spare parts"', null, '"loan pump" queue:"Spare parts"'],
] as const)("%s, looked at as %s, is kept as %s", (typed, scope, kept) => {
  expect(keptQuery(parseQuery(typed), scope)).toBe(kept);
  expect(keptQuery(parseQuery(kept), scope)).toBe(kept);
});
