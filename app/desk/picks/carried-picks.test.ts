import { describe, expect, test } from "vitest";
import { carriedNames, distinct, tickedIds } from "./carried-picks";

describe("picks of a form", () => {
  test("are the saved ones at first and the posted ones when it comes back, none included", () => {
    const saved = [{ id: "a" }, { id: "b" }];
    expect([...tickedIds(undefined, "ids", saved)]).toEqual(["a", "b"]);
    expect([...tickedIds({ ids: "b,c" }, "ids", saved)]).toEqual(["b", "c"]);
    expect(tickedIds({ name: "x" }, "ids", saved).has("a")).toBe(false);
  });

  test("carry their names by kind", () => {
    const values = { "organization.1": "Acme", "asset.2": "Pump", organization: "x" };
    expect(carriedNames(values, "organization")).toEqual([{ id: "1", name: "Acme" }]);
    expect(carriedNames(undefined, "organization")).toEqual([]);
  });

  test("stand once, in the order and with the words of the first", () => {
    const twice = [
      { id: "a", name: "1" },
      { id: "b", name: "2" },
      { id: "a", name: "3" },
    ];
    expect(distinct(twice)).toEqual(twice.slice(0, 2));
  });
});
