import { expect, test } from "vitest";
import { fillWords, variablesIn } from "./fill-words";

test("variables are filled once: a value is never read as a variable", () => {
  expect(
    fillWords("Hello {{ customer.name }}, #{{ticket.number}}", {
      "customer.name": "{{x}}",
      "ticket.number": "7",
      x: "!",
    }),
  ).toBe("Hello {{x}}, #7");
});

test("no value is nothing, an unknown name stays, and nothing inherited is a name", () => {
  expect(fillWords("a{{b}}c{{d}}{{constructor}}", { b: null })).toBe("ac{{d}}{{constructor}}");
  expect(variablesIn("{{a.b}} {{ a.b }} {{c}} {{1}} {d}")).toEqual(["a.b", "c"]);
});
