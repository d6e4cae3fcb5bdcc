import { describe, expect, it } from "vitest";
import { signWord } from "./insert-text";

const at = (marked: string) => signWord("/", marked.replace("|", ""), marked.indexOf("|"));

describe("signWord", () => {
  it.each([
    ["/|", { from: 0, query: "" }],
    ["Hello /war|", { from: 6, query: "war" }],
    ["a\n/ritiro| b", { from: 2, query: "ritiro" }],
    ["и /гар|", { from: 2, query: "гар" }],
  ])("%j opens at the slash", (text, found) => expect(at(text)).toEqual(found));

  it.each(["and/or|", "24/11|", "http://x|", "/etc/|", "/a b|", "/etc/passwd|", "|/", ""])("%j is only text", (text) =>
    expect(at(text)).toBeNull(),
  );
});

it("opens answers at a number sign, and not at what a number sign follows", () => {
  expect(signWord("#", "See #war", 8)).toEqual({ from: 4, query: "war" });
  expect(signWord("#", "C#", 2)).toBeNull();
  expect(signWord("#", "/x", 2)).toBeNull();
});
