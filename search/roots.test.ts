import { describe, expect, it } from "vitest";
import type { SearchLocale } from "./document";
import { rootOf, rootsOf, russianRoot, russianRoots } from "./roots";

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

it.each([
  ["отмена", "отменить"],
  ["запись", "записаться"],
  ["записать", "записывать"],
  ["загрузка", "загрузить"],
  ["подключать", "подключение"],
])("has one root for Russian %s and %s as they are written", (one, other) =>
  expect(russianRoot(one)).toBe(russianRoot(other)),
);

it.each([
  ["пригласить", "приглашение"],
  ["возвращение", "возврат"],
  ["оплачивать", "оплата"],
  ["загружать", "загрузка"],
])("knows which sounds stand for each other in %s and %s", (one, other) => {
  expect(russianRoots(one)).toContain(russianRoot(other));
  expect(russianRoots(other)).toContain(russianRoot(one));
});

it("keeps Russian words apart that share a beginning", () => {
  expect(russianRoots("замена")).not.toContain(russianRoot("заметка"));
  expect(russianRoots("карта")).not.toContain(russianRoot("картина"));
});
