import { expect, test } from "vitest";
import { loggablePath } from "./loggable-path";

test("one-time links do not reach the log; ids and numbers do", () => {
  const path = (text: string) => loggablePath({ url: `https://help.example.com${text}` });
  expect(path(`/link/${"a".repeat(43)}`)).toBe("/link/…");
  expect(path(`/invitation/${"a".repeat(43)}.data?x=1`)).toBe("/invitation/…");
  expect(path(`/unsubscribe/${"a".repeat(26)}.${"b".repeat(20)}`)).toBe("/unsubscribe/…");
  expect(path("/messages/00000000-0000-7000-8000-00000000ffff/raw?token=secret")).toBe(
    "/messages/00000000-0000-7000-8000-00000000ffff/raw",
  );
  expect(path("/desk/tickets/10482/moves")).toBe("/desk/tickets/10482/moves");
});
