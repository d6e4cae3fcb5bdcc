import fc from "fast-check";
import { expect, test } from "vitest";
import { parseHeaderBlock } from "./header-block";
import { MailHeaders } from "./mail-headers";
import { readSpamMarks } from "./spam-marks";

const read = (...lines: string[]) =>
  readSpamMarks(new MailHeaders(parseHeaderBlock(`${lines.join("\r\n")}\r\n\r\n`).fields));

test.each<[string[], number | null, boolean]>([
  [["Subject: x"], null, false],
  [["X-Spam-Flag: YES"], null, true],
  [["X-Spam-Flag: NO", "X-Spam-Status: No, score=1.9 required=5.0 tests=A,B autolearn=no"], 1.9, false],
  [["X-Spam-Status: Yes, score=12.345 required=5.0 tests=A"], 12.345, true],
  [["X-Spam-Status: No, hits=-2,6 required=5"], -2.6, false],
  [["X-Spam-Score: 7.1 (+++++++)"], 7.1, false],
  [["X-Spam-Score: -1"], -1, false],
  [["X-Spam-Level: ****"], 4, false],
  [["X-Spam-Level: ****", "X-Spam-Score: 4.2"], 4.2, false],
  [["X-Spamd-Result: default: False [3.50 / 15.00]; FROM_HAS_DN(0.00)[]"], 3.5, false],
  [["X-Spamd-Result: default: True [18.10 / 15.00];"], 18.1, true],
  [["X-Spamd-Bar: ++++++"], 6, false],
  [["X-Spam: Yes"], null, true],
  [["X-MS-Exchange-Organization-SCL: 6"], null, true],
  [["X-MS-Exchange-Organization-SCL: -1"], null, false],
  [["X-Forefront-Antispam-Report: CIP:1.2.3.4;CTRY:DE;SCL:9;SRV:;H:x"], null, true],
  [["X-Forefront-Antispam-Report: CIP:1.2.3.4;SCL:1;DIR:INB"], null, false],
  [["X-Barracuda-Spam-Score: 8.00", "X-Barracuda-Spam-Status: Yes, SCORE=8.00 using global scores"], 8, true],
  [["X-Spam-Score: NaN", "X-Spam-Status: perhaps", "X-Spam-Level: none"], null, false],
  [["X-Spam-Score: 999999999999", "X-Spam-Status: score=", "X-MS-Exchange-Organization-SCL: high"], null, false],
  [["X-Spam-Status: Yessir"], null, false],
])("%j", (lines, score, spam) => {
  expect(read(...lines)).toEqual({ score, spam });
});

test("no value makes it throw or says a score that is no number", () => {
  const names = ["X-Spam-Flag", "X-Spam-Status", "X-Spam-Score", "X-Spam-Level", "X-Spamd-Result", "X-Spamd-Bar"];
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.string({ unit: "binary", maxLength: 300 }), (name, value) => {
      const { score, spam } = read(`${name}: ${value.replace(/[\r\n]/g, " ")}`);
      expect(score === null || Number.isFinite(score)).toBe(true);
      expect(typeof spam).toBe("boolean");
    }),
  );
});
