import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MarkKind } from "./mark";
import { type KnownNames, takeOutNames } from "./take-out-names";

const nobody: KnownNames = { people: [], organizations: [], signatures: [] };
const wordFor = (kind: MarkKind) => `[${kind}]`;
const cleaned = (text: string, known: Partial<KnownNames> = {}) => takeOutNames(text, { ...nobody, ...known }, wordFor);

describe("people and organizations", () => {
  it("takes known names out, whole, in part, and in other letters", () => {
    const known = { people: ["Giulia Ferri", "Sara Bianchi"], organizations: ["Aqualis S.r.l."] };
    const { text, marks } = cleaned("Giulia, as FERRI wrote, Aqualis has two pumps. Sara Bianchi looked.", known);
    expect(text).toBe("[name], as [name] wrote, [organization] has two pumps. [name] looked.");
    expect(marks.map(({ found }) => found)).toEqual(["Giulia", "FERRI", "Aqualis", "Sara Bianchi"]);
  });

  it("knows the endings of Russian names and leaves words that only begin alike", () => {
    const { text } = cleaned("Мы позвонили Ирине Соколовой. Сокол улетел.", { people: ["Ирина Соколова"] });
    expect(text).toBe("Мы позвонили [name]. Сокол улетел.");
  });

  it.each([
    ["Dear Mr. Okafor,\nthe valve", "Dear [name],\nthe valve"],
    ["Gentile Paola Neri,\nla pompa", "Gentile [name],\nla pompa"],
    ["Bună ziua, Ștefan!\nPompa", "Bună ziua, [name]!\nPompa"],
    ["Здравствуйте, Ольга Петровна!\nНасос", "Здравствуйте, [name]!\nНасос"],
    ["Hello,\nPump first", "Hello,\nPump first"],
  ])("takes out who is greeted: %s", (text, expected) => expect(cleaned(text).text).toBe(expected));
});

describe("addresses and numbers", () => {
  it.each([
    ["Write to anna.k@aqualis.example today", "Write to [email] today"],
    ["Call +39 011 555-0142 or (0040) 21 555 01 42.", "Call [phone] or [phone]."],
    ["See https://track.example/p?id=77 now", "See [link] now"],
    ["Ticket #10482, order 2026-00417, serial NW4482913", "Ticket [number], order [number], serial [number]"],
    ["IBAN IT60 X054 2811 1010 0000 0123 456", "IBAN [number]"],
    ["Via Giuseppe Garibaldi 12, Torino", "[address], Torino"],
    ["Send it to 221b Baker Street", "Send it to [address]"],
    ["Str. Mihai Eminescu nr. 5, Iași", "[address], Iași"],
    ["ул. Большая Садовая, д. 10", "[address]"],
  ])("%s", (text, expected) => expect(cleaned(text).text).toBe(expected));

  it("leaves products, codes, dates, years and measures", () => {
    const text =
      "The PX-40 shows E07 since 2026-11-12 (12.11.2026); turn the valve by 90°, 2.5 bar, 1500 rpm, in 2026.";
    expect(cleaned(text)).toEqual({ text, marks: [] });
  });
});

describe("signatures", () => {
  it("cuts a closing, a separator or the agent's own signature to the end", () => {
    expect(cleaned("Turn it off.\n\nKind regards,\nSara\nNorthwind").text).toBe("Turn it off.");
    expect(cleaned("Turn it off.\n-- \nSara").text).toBe("Turn it off.");
    const { text, marks } = cleaned("Turn it off.\n\nSara Bianchi\nNorthwind", {
      signatures: ["Sara Bianchi\nNorthwind"],
    });
    expect(text).toBe("Turn it off.");
    expect(marks).toEqual([{ kind: "signature", found: "Sara Bianchi\nNorthwind", replacement: "" }]);
  });

  it("leaves a text that is nothing else, such as a subject", () => {
    for (const text of ["Thanks", "Cordiali saluti", "С уважением"]) expect(cleaned(text)).toEqual({ text, marks: [] });
  });

  it("leaves thanks in the middle of a long text", () => {
    const text = `Thanks,\n${"a line\n".repeat(12)}end`;
    expect(cleaned(text).text).toBe(text);
  });
});

it("puts back to the same text, and leaves no known name, whatever stands round it", () => {
  const name = fc.constantFrom(
    "Giulia Ferri",
    "Олег Смирнов",
    "Ștefan Ionescu",
    "anna@aqualis.example",
    "+39 011 5550142",
  );
  const filler = fc.constantFrom("the pump", "la pompa", "насос", "E07", "2.5 bar", "\n", "- step", "PX-40");
  fc.assert(
    fc.property(fc.array(fc.oneof(name, filler), { maxLength: 30 }), (parts) => {
      const source = parts.join(" ");
      const { text, marks } = cleaned(source, { people: ["Giulia Ferri", "Олег Смирнов", "Ștefan Ionescu"] });
      expect(text).not.toMatch(/Giulia|Смирнов|Ionescu|@|5550142/);
      let back = text;
      for (const { found, replacement } of marks) back = back.replace(replacement, () => `\u0001${found}`);
      expect(back.replaceAll("\u0001", "")).toBe(source.trimEnd());
    }),
  );
});
