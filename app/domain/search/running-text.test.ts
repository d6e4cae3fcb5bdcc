import { expect, it } from "vitest";
import { fits, runningText } from "./running-text";

const marked = (text: string) =>
  text.split(/(\*[^*]+\*)/).map((piece) => ({ text: piece.replaceAll("*", ""), match: piece.startsWith("*") }));

it.each([
  ["Pump leaks", 'It "drips" - not much -- and -hot', "Pump leaks It drips not much and hot"],
  ["«Насос» течёт", "", "Насос течёт"],
  ["Hi", "", ""],
  ["!!!!!!!!", "????", ""],
])("%j, %j is asked as %j", (subject, text, asked) =>
  expect(runningText(subject, text).replace(/ - /g, " ")).toBe(asked),
);

it("fits by a word of the title or two of the text", () => {
  expect(fits({ title: marked("The *pump* leaks"), snippet: [] })).toBe(true);
  expect(fits({ title: marked("Invoices"), snippet: marked("a *pump* and a *Pump*") })).toBe(false);
  expect(fits({ title: marked("Invoices"), snippet: marked("a *pump* that *leaks*") })).toBe(true);
});
