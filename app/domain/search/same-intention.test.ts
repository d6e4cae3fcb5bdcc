import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loggedQuery, sameIntention } from "./same-intention";

describe("what the log keeps", () => {
  test.each([
    ["  Pompa   PERDE ", "pompa perde"],
    ["Înlocuire filtru", "inlocuire filtru"],
    ["Ещё насос й", "еще насос й"],
    ["PX-40 manual", "px-40 manual"],
    ["giulia@marchetti.example refund", "refund"],
    ["call +39 011 555 0142 please", "call please"],
    ["ticket 10482", "ticket"],
    ["10 0 a@a.example 10", null],
    ["#10482", null],
    ["from:giulia@marchetti.example -tag:vip leak", "leak"],
    ["queue:Repairs is:open", null],
    ['"oil leak" -pump', "oil leak pump"],
    ["E05", "e05"],
    ["?!", null],
  ])("%s", (typed, kept) => expect(loggedQuery(typed)).toBe(kept));

  test("never an address or a long number", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.emailAddress(), fc.nat().map(String), fc.string())), (parts) => {
        const kept = loggedQuery(parts.join(" ")) ?? "";
        expect(kept).not.toMatch(/@|\d{5}/);
        expect(loggedQuery(kept) ?? "").toBe(kept);
      }),
    );
  });
});

describe("one intention", () => {
  test.each([
    ["pum", "pump leaks", true],
    ["pump leaks", "pump", true],
    ["pmup leaks", "pump leaks", true],
    ["pmup", "pump leaks", true],
    ["filtr", "filter change", true],
    ["pump", "filter", false],
    ["oil", "ail", false],
    ["invoice copy", "return a pump", false],
  ])("%s, %s: %s", (before, after, same) => expect(sameIntention(before, after)).toBe(same));
});
