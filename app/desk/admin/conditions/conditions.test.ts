import { expect, test } from "vitest";
import { z } from "zod";
import { MAIL_FACTS } from "~/domain/mailroom/rules/facts";
import { ROUTING_FACTS } from "~/domain/routing/facts";
import { parse } from "~/http/forms.server";
import { wordedConditions } from "~/lib/conditions/worded";
import { editConditions } from "./edit-conditions";
import { factWords } from "./fact-words";
import { readConditions } from "./read-conditions";

function form(...fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

const typed: [string, string][] = [
  ["c.all.0.fact", "channel"],
  ["c.all.0.op", "in"],
  ["c.all.0.values", "portal"],
  ["c.all.0.values", "mail"],
  ["c.all.1.fact", "words"],
  ["c.all.1.op", "any_word"],
  ["c.all.1.text", "broken\n spare part ,broken"],
  ["c.none.0.fact", "contract"],
  ["c.none.0.op", "set"],
  ["c.none.0.values", "left from before"],
];
const read = {
  all: [
    { fact: "channel", op: "in", values: ["portal", "mail"] },
    { fact: "words", op: "any_word", values: ["broken", "spare part"] },
  ],
  any: [],
  none: [{ fact: "contract", op: "set", values: [] }],
};

test("rows are read from a form, and from the typed texts that a refused form gives back", () => {
  expect(readConditions(form(...typed), "c")).toEqual(read);
  const values: Record<string, string> = {};
  for (const [name, value] of typed) values[name] = name in values ? `${values[name]},${value}` : value;
  expect(readConditions(values, "c")).toEqual(read);
});

test("the builder's buttons add and remove rows and lose nothing; another button is none of theirs", () => {
  expect(editConditions(form(...typed), "c", ROUTING_FACTS)).toBeNull();
  const added = editConditions(form(...typed, ["c.edit", "add.any"]), "c", ROUTING_FACTS);
  expect(added).toEqual({ ...read, any: [{ fact: "channel", op: "in", values: [] }] });
  const removed = editConditions(form(...typed, ["c.edit", "remove.all.0"]), "c", ROUTING_FACTS);
  expect(removed).toEqual({ ...read, all: [read.all[1]] });
});

test("a fact changed without JavaScript gets an operator of its kind", () => {
  const changed = form(["c.all.0.fact", "subject"], ["c.all.0.op", "in"], ["c.edit", "refresh"]);
  expect(editConditions(changed, "c", ROUTING_FACTS)?.all).toEqual([{ fact: "subject", op: "any_word", values: [] }]);
});

test("of mail: a pattern is one value with its commas, a header has a name, an amount a field of its own", () => {
  const rows = form(
    ["c.all.0.fact", "header:*"],
    ["c.all.0.name", " List-ID "],
    ["c.all.0.op", "matches"],
    ["c.all.0.pattern", "news, (?<n>\\d{1,3});x"],
    ["c.all.1.fact", "size"],
    ["c.all.1.op", "at_least"],
    ["c.all.1.number", "1.5"],
    ["c.all.2.fact", "header:*"],
    ["c.all.2.op", "matches"],
    ["c.all.2.text", "typed, without JavaScript"],
  );
  expect(readConditions(rows, "c").all).toEqual([
    { fact: "header:list-id", op: "matches", values: ["news, (?<n>\\d{1,3});x"] },
    { fact: "size", op: "at_least", values: ["1.5"] },
    { fact: "header:*", op: "matches", values: ["typed, without JavaScript"] },
  ]);
  const changed = form(
    ["c.all.0.fact", "header:*"],
    ["c.all.0.name", "X"],
    ["c.all.0.op", "at_least"],
    ["c.edit", "refresh"],
  );
  expect(editConditions(changed, "c", MAIL_FACTS)?.all).toEqual([{ fact: "header:x", op: "is", values: [] }]);
  expect(factWords((key, params) => `${key} ${params?.name ?? ""}`, "mailrules", "header:x")).toBe(
    "mailrules:conditions.fact.headerNamed x",
  );
});

test("what is wrong with a row stands at that row, in words", () => {
  const schema = z.object({ c: wordedConditions(ROUTING_FACTS) });
  const bad = { all: [{ fact: "words", op: "in", values: ["x"] }], any: [{ fact: "sender", op: "is", values: [] }] };
  expect(() => parse(schema, { c: bad })).toThrow(
    expect.objectContaining({
      fields: {
        "c.all.0.op": "routing:conditions.problem.badOperator",
        "c.any.0.values": "routing:conditions.problem.noValue",
      },
    }),
  );
  expect(parse(schema, { c: undefined })).toEqual({ c: { all: [], any: [], none: [] } });
});
