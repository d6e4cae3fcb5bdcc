import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillLines, fillWords, unknownVariable, variablesIn } from "./fill-words";

describe("variables in a text", () => {
  test("take their values, once each, and unknown ones stay as written", () => {
    expect(fillWords("{{ a.b }} and {{a.b}}, {{c}}", { "a.b": "x" })).toBe("x and x, {{c}}");
    expect(variablesIn("{{a}} {{ b.c }} {{a}}")).toEqual(["a", "b.c"]);
  });

  test("a value is never read as a text with variables", () => {
    const values = { "ticket.subject": "{{company.phone}} $& $1", "company.phone": "0" };
    expect(fillLines("About {{ticket.subject}}", values)).toBe("About {{company.phone}} $& $1");
  });

  test("a line that has nothing to say is left out, one that says something stays", () => {
    const values = { "agent.name": "Sara", "company.phone": "", opening: null };
    expect(
      fillLines("Hello\n\nOpen {{opening}}.\n\nBye\r\n{{agent.name}} · {{company.phone}}\n{{company.phone}}", values),
    ).toBe("Hello\n\nBye\nSara ·");
  });

  test("an unknown variable is named as it was written", () => {
    const known = ["customer.name", "opening"];
    expect(unknownVariable("Dear {{customer.name}}, {{ opening }}", known)).toBeNull();
    expect(unknownVariable("Dear {{customer.nmae}}", known)).toBe("{{customer.nmae}}");
    expect(unknownVariable("Dear {{Customer.Name}}", known)).toBe("{{Customer.Name}}");
    expect(unknownVariable("Dear {{customer name}}", known)).toBe("{{customer name}}");
    expect(unknownVariable("Dear {{customer.name}", known)).toBe("{{customer.name");
    expect(unknownVariable("Dear {{}}", known)).toBe("{{}}");
  });

  test("whatever is typed, a text without unknown variables comes out without braces of its own", () => {
    const piece = fc.oneof(fc.constantFrom("{{a}}", "{{ b.c }}", "{{x}}", "{{", "}}", "{", "\n", " "), fc.string());
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("");
        if (unknownVariable(text, ["a", "b.c"]) !== null) return;
        expect(fillWords(text, { a: "1", "b.c": "2" })).not.toContain("{{");
      }),
    );
  });
});
