import { describe, expect, it } from "vitest";
import type { SearchLocale } from "./document";
import { rootOf, rootsOf } from "./roots";

describe("rootOf", () => {
  it.each<[SearchLocale, string, string]>([
    ["ru", "кур", "курен"],
    ["ru", "откр", "открыт"],
    ["ru", "доставк", "достав"],
    ["ru", "студенческ", "студент"],
    ["en", "print", "printer"],
    ["en", "payment", "payment"],
    ["it", "student", "studentesc"],
    ["ro", "deschid", "deschider"],
  ])("has one root in %s for %s and %s", (locale, one, other) =>
    expect(rootOf(locale, one)).toBe(rootOf(locale, other)),
  );

  it.each<[SearchLocale, string, string]>([
    ["en", "order", "ordin"],
    ["ru", "зам", "заметк"],
    ["it", "cart", "cartell"],
  ])("keeps apart in %s %s and %s", (locale, one, other) =>
    expect(rootOf(locale, one)).not.toBe(rootOf(locale, other)),
  );
});

it("knows that a Romanian d becomes z", () => expect(rootsOf("ro", "amend")).toEqual(["amend", "amenz"]));
