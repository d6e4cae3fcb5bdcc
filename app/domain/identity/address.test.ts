import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { domainOf, normaliseAddress } from "./address";

describe("an address in normal form", () => {
  test.each([
    ["  Giulia@Marchetti.EXAMPLE ", "giulia@marchetti.example"],
    ["o'brien+support@example.com", "o'brien+support@example.com"],
    ["иван@почта.рф", "иван@xn--80a1acny.xn--p1ai"],
    ["info@BÜCHER.example", "info@xn--bcher-kva.example"],
    ['"Two Words"@example.com', '"two words"@example.com'],
    ["root@localhost", "root@localhost"],
    ["first..last.@docomo.example", "first..last.@docomo.example"],
    // The same letter typed in two ways is one address.
    ["rene\u0301@example.com", "ren\u00e9@example.com"],
  ])("%s", (raw, expected) => expect(normaliseAddress(raw)).toBe(expected));

  test.each([
    "",
    "@",
    "giulia",
    "giulia@",
    "@example.com",
    "Giulia <giulia@example.com>",
    "<giulia@example.com>",
    "a b@example.com",
    "a@b@example.com",
    "a,b@example.com",
    "a\r\nBcc: x@example.com",
    "a@exam\nple.com",
    "a@example.com\u0000",
    "a@example..com",
    "a@example.com.",
    "a@-example.com",
    "a@127.0.0.1",
    "a@[127.0.0.1]",
    "a@example.com:25",
    "a@example.com/x",
    `${"a".repeat(65)}@example.com`,
    `a@${"b".repeat(64)}.example`,
    `a@${"b.".repeat(140)}example`,
  ])("not an address: %j", (raw) => expect(normaliseAddress(raw)).toBeNull());

  test("whatever comes in, the result is stable, bounded and safe in a header", () => {
    const text = fc.oneof(
      fc.emailAddress(),
      fc.string({ unit: "binary" }),
      fc.tuple(fc.string({ unit: "grapheme" }), fc.domain()).map((parts) => parts.join("@")),
    );
    fc.assert(
      fc.property(text, (raw) => {
        const address = normaliseAddress(raw);
        if (address === null) return;
        expect(normaliseAddress(address)).toBe(address);
        expect(Buffer.byteLength(address)).toBeLessThanOrEqual(254);
        expect(address).not.toMatch(/\p{Cc}/u);
        expect(domainOf(address)).toMatch(/^[a-z0-9._-]+$/);
      }),
      { numRuns: 2000 },
    );
  });

  test("case, blanks and the writing of the domain make no difference", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        expect(normaliseAddress(` ${address.toUpperCase()}\t`)).toBe(normaliseAddress(address));
      }),
    );
  });
});
