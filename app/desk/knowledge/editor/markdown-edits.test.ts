import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyEdit,
  callout,
  EDIT_NAMES,
  editFor,
  type EditName,
  type Fillers,
  picture,
  type Selected,
} from "./markdown-edits";

const FILLERS: Fillers = {
  bold: "bold",
  italic: "slanted",
  link: "words",
  column: "Column",
  cell: "…",
  callout: "Good to know",
};

/** `‹` and `›` stand for the ends of the selection, `|` for a bare caret. */
function selected(marked: string): Selected {
  if (marked.includes("¦"))
    return { text: marked.replace("¦", ""), from: marked.indexOf("¦"), to: marked.indexOf("¦") };
  const from = marked.indexOf("‹");
  return { text: marked.replace(/[‹›]/g, ""), from, to: marked.indexOf("›") - 1 };
}

function pressed(name: EditName, marked: string): string {
  const before = selected(marked);
  const edit = editFor(name, before, FILLERS);
  return marking(applyEdit(before.text, edit), edit.select);
}

const marking = (text: string, [from, to]: [number, number]): string =>
  from === to
    ? `${text.slice(0, from)}¦${text.slice(from)}`
    : `${text.slice(0, from)}‹${text.slice(from, to)}›${text.slice(to)}`;

describe("a button of the tool bar", () => {
  test.each([
    ["bold", "Turn it ‹off› first", "Turn it **‹off›** first"],
    ["bold", "Turn it **‹off›** first", "Turn it ‹off› first"],
    ["bold", "Turn it ‹**off**› first", "Turn it ‹off› first"],
    ["bold", "Turn it‹ off ›first", "Turn it **‹off›** first"],
    ["bold", "¦", "**‹bold›**"],
    ["italic", "a ‹word›", "a _‹word›_"],
    ["heading", "Be¦fore", "## Be¦fore"],
    ["heading", "## Be¦fore", "### Be¦fore"],
    ["heading", "### Be¦fore", "Be¦fore"],
    ["heading", "one\nBe¦fore\ntwo", "one\n## Be¦fore\ntwo"],
    ["link", "see ‹the manual›", "see [the manual](‹https://›)"],
    ["link", "see ‹https://a.example/b›", "see [‹words›](https://a.example/b)"],
    ["link", "¦", "[words](‹https://›)"],
    ["list", "‹one\ntwo›", "‹- one\n- two›"],
    ["list", "‹- one\n- two›", "‹one\ntwo›"],
    ["list", "text\n‹one\ntwo›\nmore", "text\n\n‹- one\n- two›\n\nmore"],
    ["list", "¦", "- ¦"],
    ["steps", "‹one\n\ntwo›", "‹1. one\n\n2. two›"],
    ["steps", "‹- one\n- two›", "‹1. one\n2. two›"],
    ["code", "run ‹npm start› now", "run `‹npm start›` now"],
    ["code", "‹one\ntwo›", "```\n‹one\ntwo›\n```"],
    ["code", "‹a ``` b\ntwo›", "````\n‹a ``` b\ntwo›\n````"],
    ["table", "¦", "| ‹Column 1› | Column 2 |\n| --- | --- |\n| … | … |\n| … | … |\n"],
    ["callout", "text¦", "text\n\n> [!NOTE]\n> ‹Good to know›\n"],
    ["callout", "‹one\n\ntwo›", "> [!NOTE]\n‹> one\n>\n> two›"],
  ] as const)("%s on %j", (name, before, after) => {
    expect(pressed(name, before)).toBe(after);
  });

  test("a callout may warn", () => {
    expect(callout(selected("‹Hot›"), "warning", "").insert).toBe("> [!WARNING]\n> Hot");
  });

  test("a picture stands on a line of its own, what it shows selected", () => {
    const before = selected("Look¦ here\nand there");
    const edit = picture(before, "label [1].png", "image:1");
    expect(marking(applyEdit(before.text, edit), edit.select)).toBe(
      "Look here\n\n![‹label 1.png›](image:1)\n\nand there",
    );
  });
});

const texts = fc
  .string({ unit: fc.constantFrom("a", "б", " ", "\n", "*", "`", "-", "#", "1", ".", ">", "|") })
  .chain((text) =>
    fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([one, other]): Selected => ({
      text,
      from: Math.min(one, other),
      to: Math.max(one, other),
    })),
  );

test("every button keeps what was written, and selects within the text", () => {
  const letters = (text: string) => text.replace(/[^aб]/g, "");
  const silent: Fillers = { bold: "*", italic: "*", link: "*", column: "*", cell: "*", callout: "*" };
  fc.assert(
    fc.property(texts, fc.constantFrom(...EDIT_NAMES), (before, name) => {
      const edit = editFor(name, before, silent);
      const after = applyEdit(before.text, edit);
      const address = name === "link" || name === "code" ? after.replace("https://", "").replace("code", "") : after;
      expect(letters(address)).toBe(letters(before.text));
      expect(edit.select[0]).toBeGreaterThanOrEqual(0);
      expect(edit.select[1]).toBeGreaterThanOrEqual(edit.select[0]);
      expect(edit.select[1]).toBeLessThanOrEqual(after.length);
    }),
  );
});
