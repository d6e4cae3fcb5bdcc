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

describe("ten megabytes", () => {
  const MEGABYTES = 10_000_000;
  /** CPU time in milliseconds: what others do on the machine does not count. */
  const cost = (unit: string) => {
    const text = Buffer.from(unit.repeat(MEGABYTES / unit.length)).toString("latin1");
    const before = process.cpuUsage();
    const result = splitReply(text);
    const { user, system } = process.cpuUsage(before);
    return { ms: (user + system) / 1000, ...result };
  };

  test.each([">\n", "> \n", "> quoted words\n", ">\n\n"])("of %j are a quote, at once", (unit) => {
    const { ms, visibleText, quotedText } = cost(unit);
    expect(visibleText).toBe("");
    expect(quotedText.length).toBeGreaterThan(MEGABYTES * 0.9);
    expect(ms).toBeLessThan(1_000);
  });

  test.each(["a\n", "\n", "   \n", ">\na\n", "On 1 May 2024\n", "From: a\n", "--\n", "Ann wrote\n"])(
    "of %j cost time in step with the length",
    (unit) => {
      expect(cost(unit).ms).toBeLessThan(5_000);
    },
  );
});
