import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findMentions } from "./mentions";
import { MAX_SNIPPET, snippetOf, storable } from "./message-body";
import { MAX_TAG, normaliseTags } from "./tag-names";

describe("mentions", () => {
  const people = [
    { id: "1", name: "Anna" },
    { id: "2", name: "Anna Maria Rossi" },
    { id: "3", name: "Жанна Д’Арк" },
    { id: "4", name: "" },
  ];
  test.each([
    ["@Anna please", ["1"]],
    ["@anna maria rossi, please", ["2"]],
    ["(@Anna)", ["1"]],
    ["@Annabel and mail@anna", []],
    ["@жанна д’арк: да", ["3"]],
    ["@ Anna @", []],
    ["@Anna @Anna @Anna Maria Rossi", ["1", "2"]],
  ])("%s", (text, ids) => expect(findMentions(text, people)).toEqual(ids));
});

test("a snippet is one line that fits and is the text's start", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 600 }), (text) => {
      const snippet = snippetOf(text);
      expect(Array.from(snippet).length).toBeLessThanOrEqual(MAX_SNIPPET);
      expect(text.replace(/\s+/g, " ").trim().startsWith(snippet.replace(/…$/, ""))).toBe(true);
      expect(snippet).not.toMatch(/[\n\r\t]/);
    }),
  );
});

test("tags come out the same however often they are put in order", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 60 }), { maxLength: 8 }), (names) => {
      const tags = normaliseTags(names);
      expect(normaliseTags(tags)).toEqual(tags);
      for (const tag of tags) expect(Array.from(tag).length).toBeLessThanOrEqual(MAX_TAG);
    }),
  );
  expect(normaliseTags([" VIP ", "vip", "On  Site", "#urgent", ""])).toEqual(["on site", "urgent", "vip"]);
});

test("what PostgreSQL cannot store is left out", () => {
  expect(storable("a\u0000b\ud800c")).toBe("ab\ufffdc");
});
