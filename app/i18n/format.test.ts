import { expect, test } from "vitest";
import { formatInstant, formatSize } from "./format";

const now = new Date("2026-11-20T23:30:00Z");
const short = (at: string, zone = "Europe/Rome", locale = "en") =>
  formatInstant(new Date(at), "short", locale, zone, now);

test("a list says the time today, the day within the year, else the year too, all in the reader's zone", () => {
  expect(short("2026-11-20T23:10:00Z")).toBe("00:10");
  expect(short("2026-11-20T22:10:00Z")).toBe("20 Nov");
  expect(short("2026-11-20T22:10:00Z", "UTC")).toBe("22:10");
  expect(short("2025-11-20T22:10:00Z")).toBe("20 Nov 2025");
});

test("what may be years old says its year and time", () => {
  const at = new Date("2025-11-22T01:31:00Z");
  expect(formatInstant(at, "dated", "en", "Europe/Rome")).toBe("22 Nov 2025, 02:31");
});

test("the same instant is said in each language and zone", () => {
  const at = new Date("2026-11-20T09:12:00Z");
  const all = (["en", "it", "ro", "ru"] as const).map((locale) => formatInstant(at, "dateTime", locale, "Europe/Rome"));
  expect(new Set(all).size).toBe(4);
  for (let i = 0; i < 2; i++) expect(formatInstant(at, "time", "en", "Asia/Tokyo")).toBe("18:12");
});

test.each([
  [0, "0 byte"],
  [214_000, "214 kB"],
  [1_240_000, "1.2 MB"],
])("%i bytes", (bytes, words) => expect(formatSize(bytes, "en")).toBe(words));
