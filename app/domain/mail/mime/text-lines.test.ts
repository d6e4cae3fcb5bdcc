import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TextLines } from "./text-lines";
import { splitReply } from "./visible-text";

test("lines are those of a split, however they end", () => {
  const text = fc.array(fc.constantFrom("", " ", ">", " > a", "    >", "\u00a0", "a", "b c", "\n", "\r\n", "\r"));
  fc.assert(
    fc.property(text, (parts) => {
      const whole = parts.join("");
      const expected = whole.replace(/\r\n?/g, "\n").split("\n");
      const lines = new TextLines(whole);
      expect(lines.length).toBe(expected.length);
      expected.forEach((line, at) => {
        expect(lines.get(at)).toBe(line);
        expect(lines.isBlank(at)).toBe(line.trim() === "");
        expect(lines.isQuoted(at)).toBe(/^ {0,3}>/.test(line));
      });
      expect(lines.range(0, lines.length)).toBe(expected.join("\n"));
      expect(lines.get(lines.length)).toBeUndefined();
    }),
  );
});

describe("a text of nothing but one line", () => {
  const textOf = (unit: string, bytes: number) => unit.repeat(bytes / unit.length);

  /** Lines that were asked for, and characters that were handed out. */
  function workOf(text: string): number {
    let work = 0;
    const { get, range, isBlank, isQuoted } = TextLines.prototype;
    const handedOut = <T extends string | undefined>(words: T): T => {
      work += 1 + (words?.length ?? 0);
      return words;
    };
    TextLines.prototype.get = function (line) {
      return handedOut(get.call(this, line));
    };
    TextLines.prototype.range = function (from, to) {
      return handedOut(range.call(this, from, to));
    };
    TextLines.prototype.isBlank = function (line) {
      work++;
      return isBlank.call(this, line);
    };
    TextLines.prototype.isQuoted = function (line) {
      work++;
      return isQuoted.call(this, line);
    };
    try {
      splitReply(text);
    } finally {
      Object.assign(TextLines.prototype, { get, range, isBlank, isQuoted });
    }
    return work;
  }

  test.each([">\n", "> \n", "> quoted words\n", ">\n\n"])("%j ten megabytes long is a quote", (unit) => {
    const { visibleText, quotedText } = splitReply(textOf(unit, 10_000_000));
    expect(visibleText).toBe("");
    expect(quotedText.length).toBeGreaterThan(9_000_000);
  });

  test.each([">\n", ">\n\n", "a\n", "\n", "   \n", ">\na\n", "On 1 May 2024\n", "From: a\n", "--\n", "Ann wrote\n"])(
    "%j costs work in step with its length",
    (unit) => {
      const work = workOf(textOf(unit, 100_000));
      expect(work).toBeGreaterThan(0);
      expect(workOf(textOf(unit, 400_000))).toBeLessThan(4.2 * work + 1_000);
    },
  );
});
