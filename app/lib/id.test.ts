import { expect, test } from "vitest";
import { isId, newId } from "./id";

test("ids are version 7, carry their instant and sort by it", () => {
  const at = Date.UTC(2026, 10, 21, 12);
  const id = newId(at);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(parseInt(id.replace("-", "").slice(0, 12), 16)).toBe(at);
  expect(newId(at + 1) > id).toBe(true);
  expect(isId(id)).toBe(true);
  expect(isId(`${id} `)).toBe(false);
});

test("ten thousand ids of one millisecond differ", () => {
  expect(new Set(Array.from({ length: 10_000 }, () => newId(0))).size).toBe(10_000);
});
