import { expect, test } from "vitest";
import { paths, safeReturnPath, withQuery } from "./paths";

test.each(["/tickets/1?x=2", "/", "/desk#a"])("%s is a way back", (to) => expect(safeReturnPath(to, "/home")).toBe(to));
test.each([
  "//evil.example",
  "/\\evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "",
  null,
  "/a\nb",
  "tickets",
  "/a\\b",
])("%s is not", (to) => expect(safeReturnPath(to, "/home")).toBe("/home"));

test("empty values leave the query", () => {
  expect(withQuery("/a", { b: "", c: null, d: 0, e: "x y" })).toBe("/a?d=0&e=x+y");
  expect(paths.signIn("/")).toBe("/sign-in");
  expect(paths.attachment("1", "a/b ?.png")).toBe("/attachments/1/a%2Fb%20%3F.png");
});
