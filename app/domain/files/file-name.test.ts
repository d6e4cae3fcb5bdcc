import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeFileName } from "./file-name";

describe("safeFileName", () => {
  it.each([
    ["label.jpg", "label.jpg"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\giulia\\crepa è qui.png", "crepa è qui.png"],
    ["invoice\u202Egnp.exe", "invoice gnp.exe"],
    ["a\r\nContent-Type: text\u0000.txt", "a Content-Type text .txt"],
    [".htaccess", "htaccess"],
    ["", "file"],
    ["...", "file"],
    ["Накладная № 5.pdf", "Накладная № 5.pdf"],
  ])("%j becomes %j", (raw, safe) => expect(safeFileName(raw)).toBe(safe));

  it("keeps the ending of a long name", () => {
    const name = safeFileName(`${"ă".repeat(400)}.pdf`);
    expect(name.length).toBeLessThanOrEqual(200);
    expect(name.endsWith("….pdf")).toBe(true);
  });

  it("is short, well-formed, without path or control characters, and stable, whatever came", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), (raw) => {
        const name = safeFileName(raw);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(200);
        expect(name.isWellFormed()).toBe(true);
        expect(name).not.toMatch(/[\p{Cc}/\\\u202a-\u202e\u2066-\u2069"<>]/u);
        expect(name).not.toMatch(/^\./);
      }),
    ));
});
