import { expect, it } from "vitest";
import { markPlaces } from "./mark-places";

const marks = (...words: string[]) => words.map((replacement) => ({ replacement }));

it("numbers each place in the order of the text and leaves what took none", () => {
  expect(markPlaces("<p>Dear [name], [name] called [phone].</p>", marks("[name]", "[name]", "", "[phone]"), 2)).toBe(
    "<p>Dear <mark>[name]<sup>2</sup></mark>, <mark>[name]<sup>3</sup></mark> called <mark>[phone]<sup>5</sup></mark>.</p>",
  );
});

it("leaves a text without places as it is", () => expect(markPlaces("<p>a</p>", marks("[x]"), 1)).toBe("<p>a</p>"));
