import { expect, test } from "vitest";
import { snoozeUntil } from "./snooze-until";

const friday = new Date("2026-11-20T10:54:00Z");

test.each([
  ["hours4", "Europe/Rome", "2026-11-20T14:54:00.000Z"],
  ["tomorrow", "Europe/Rome", "2026-11-21T08:00:00.000Z"],
  ["monday", "Europe/Rome", "2026-11-23T08:00:00.000Z"],
  ["week", "Asia/Tokyo", "2026-11-27T00:00:00.000Z"],
] as const)("%s in %s", (choice, zone, at) => expect(snoozeUntil(choice, friday, zone).toISOString()).toBe(at));

test("the morning after the clocks go forward is nine on the clock", () => {
  expect(snoozeUntil("tomorrow", new Date("2026-03-28T12:00:00Z"), "Europe/Rome").toISOString()).toBe(
    "2026-03-29T07:00:00.000Z",
  );
});

test("on a Monday, Monday is the next one", () => {
  expect(snoozeUntil("monday", new Date("2026-11-23T10:00:00Z"), "Europe/Rome").toISOString()).toBe(
    "2026-11-30T08:00:00.000Z",
  );
});
