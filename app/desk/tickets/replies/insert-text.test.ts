import { describe, expect, it } from "vitest";
import { slashWord } from "./insert-text";

const at = (marked: string) => slashWord(marked.replace("|", ""), marked.indexOf("|"));

describe("slashWord", () => {
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
