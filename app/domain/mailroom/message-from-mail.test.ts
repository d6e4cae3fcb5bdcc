import { expect, test } from "vitest";
import { parseMail } from "~/domain/mail/mime/parse-mail.server";
import { bodyOf, numberIn, subjectOf } from "./message-from-mail";

test.each([
  ["Re: [#10482] Pump leaks", "Pump leaks"],
  ["R: RE: AW[2]: Pump leaks", "Pump leaks"],
  ["Отв: Насос течёт", "Насос течёт"],
  ["Fwd: Pump leaks", "Fwd: Pump leaks"],
  ["Reset of the pump", "Reset of the pump"],
  ["Re:", "It leaks since Monday."],
])("subject %s", (subject, expected) => {
  expect(subjectOf({ subject, visibleText: "It leaks\nsince Monday." })).toBe(expected);
});

test("a very long subject is cut, never between the halves of a character", () => {
  const cut = subjectOf({ subject: "😀".repeat(300), visibleText: "" });
  expect(cut.length).toBeLessThanOrEqual(200);
  expect(cut.isWellFormed()).toBe(true);
});

test("the number of a subject", () => {
  expect(numberIn("Re: [#10482] x [#2]")).toBe(10482);
  expect(numberIn("order #10482")).toBeNull();
  expect(numberIn("[#99999999999999]")).toBeNull();
});

const parse = (text: string, type = "text/plain") =>
  parseMail(Buffer.from(`From: a@b.example\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n${text}`), "a@b.example");

test("quotes are folded, and a mail of nothing but a quote is shown", async () => {
  const folded = bodyOf(await parse("Yes, please.\n\nOn Friday Sara wrote:\n> Shall we come?\n"), []);
  expect(folded.text).toBe("Yes, please.");
  expect(folded.quotedText).toContain("Shall we come?");
  const quote = bodyOf(await parse("> Shall we come?\n"), []);
  expect(quote).toMatchObject({ text: expect.stringContaining("Shall we come?"), quotedText: null });
});

test("HTML that grew beyond what a page can hold gives way to its text", async () => {
  const body = bodyOf(await parse(`<p>${"word <b>and</b> ".repeat(40_000)}</p>`, "text/html"), []);
  expect(body.html).toBeNull();
  expect(body.text.length).toBeLessThanOrEqual(100_000);
});
