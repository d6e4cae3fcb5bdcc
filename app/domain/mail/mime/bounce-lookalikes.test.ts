import fc from "fast-check";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readBounce } from "./bounce";
import { parseMimeTree } from "./mime-tree";
import { parseMail } from "./parse-mail.server";

const DAEMON = ["From: Mail Delivery System <MAILER-DAEMON@mx.example.com>", "Return-Path: <>"];
const bounceOf = async (headers: string[], ...lines: string[]) =>
  (await parseMail(Buffer.from([...headers, "", ...lines].join("\r\n")))).bounce;
const COPY = ["Received: from desk.example", "Message-ID: <sent@desk.example>", "To: ann@example.org", "", "hello"];
const REPORT = [
  "I'm afraid I wasn't able to deliver your message to the following addresses.",
  "<ann@example.org>:",
  "Remote host said: 550 5.1.1 <ann@example.org>: user unknown",
  "--- Below this line is a copy of the message.",
  ...COPY,
];

describe("what is no bounce", () => {
  it.each<[string, string[], string[]]>([
    ["a person who quotes one", ["From: ann@example.com", "Subject: what is this?"], ["I got this:", ...REPORT]],
    ["a person who forwards one", ["From: ann@example.com", "Subject: Fwd: failure notice"], ["look", "", ...REPORT]],
    ["a robot's report behind quote marks", DAEMON, ["seen:", ...REPORT.map((line) => `> ${line}`)]],
    ["a postmaster who answers", ["From: Bob <postmaster@example.com>", "Subject: Re: failure notice"], REPORT],
    [
      "a postmaster who writes",
      ["From: Bob <postmaster@example.com>", "Subject: Our printer"],
      ["Hello, mail to our server could not be delivered:", "ann@example.com", "Can you look?"],
    ],
    [
      "an absence notice that names a colleague",
      ["From: ann@example.com", "Return-Path: <>", "Auto-Submitted: auto-replied", "Subject: Away"],
      ["Mail to me is not delivered to anybody until Monday. Write to", "bob@example.com"],
    ],
    [
      "a receipt that was asked for",
      [...DAEMON, "Content-Type: multipart/report; report-type=disposition-notification; boundary=b"],
      ["--b", "", "The mail to ann@example.com was displayed. No failure.", "--b--"],
    ],
    ["a newsletter", ["From: shop@example.com", "Return-Path: <>", "Subject: New"], ["Order now: shop@example.com"]],
    [
      "a person who attaches the parts of one",
      ["From: ann@example.com", "Subject: this came", "Content-Type: multipart/mixed; boundary=b"],
      [
        "--b\r\n\r\nWhat is this?",
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x",
        "\r\nFinal-Recipient: rfc822; ann@example.org\r\nAction: failed\r\n--b--",
      ],
    ],
    ["a robot without a failure", DAEMON, ["Your queue has 3 mails.", "ann@example.com"]],
  ])("%s", async (_, headers, lines) => {
    expect(await bounceOf(headers, ...lines)).toBeNull();
  });

  const root = fileURLToPath(new URL("../../../../../shared/fixtures/mail/", import.meta.url));
  const samples = ["mime", "reply"].flatMap((folder) => (existsSync(root + folder) ? list(`${root}${folder}/`) : []));

  it.runIf(samples.length > 0)("no mail of people is one, not even without a return path", async () => {
    const taken: string[] = [];
    for (const file of samples) {
      const bytes = readFileSync(file);
      const bare = file.endsWith(".txt");
      const whole = bare ? Buffer.concat([Buffer.from("From: ann@example.com\nSubject: pump\n\n"), bytes]) : bytes;
      for (const envelopeFrom of [undefined, "<>"]) {
        const read = await parseMail(whole, envelopeFrom).catch(() => null);
        if (read?.bounce) taken.push(file);
      }
    }
    expect(taken).toEqual([]);
  });

  it("a person's words never are, whatever they contain", async () => {
    const line = fc.oneof(fc.constantFrom(...REPORT, "", "> ", "mailbox full"), fc.string({ maxLength: 60 }));
    const subject = fc.constantFrom("failure notice", "Undeliverable: x", "Mail delivery failed", "pump");
    await fc.assert(
      fc.asyncProperty(subject, fc.array(line, { maxLength: 30 }), async (words, lines) => {
        expect(await bounceOf(["From: Ann <ann@example.com>", `Subject: ${words}`], ...lines)).toBeNull();
      }),
      { numRuns: 100 },
    );
  });
});

function list(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:eml|txt)$/.test(name))
    .map((name) => folder + name);
}

describe("hostile reports", () => {
  it("a robot's words are read to some end, with bounded results", async () => {
    const piece = fc.constantFrom(
      "<a@b.c>:",
      "a@b.c",
      "550 ",
      "5.1.1 ",
      "deliver ",
      "not ",
      "\n",
      "\n\n",
      "Received: x\n",
      "To: a@b.c\n",
      "@",
      "<",
      ">>> ",
      "while talking to",
      "remote host said: ",
      "exceeds the ",
      "user ",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 200 }), async (pieces) => {
        const bounce = await bounceOf([...DAEMON, "Subject: failure notice"], pieces.join(""));
        for (const one of bounce?.recipients ?? []) {
          expect(one.address).toMatch(/^\S{3,320}$/);
          expect(one.status).toMatch(/^(?:[245]\.\d{1,3}\.\d{1,3})?$/);
        }
      }),
      { numRuns: 200 },
    );
  });

  const size = 10 * 1024 * 1024;
  const fill = (piece: string) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  it.each([
    ["addresses", "<a@b.c>:\n550 no such user\n"],
    ["one long word", "a"],
    ["at signs", "a@"],
    ["brackets", "<"],
    ["blank lines", "\n"],
    ["blanks", "deliver to "],
    ["headers of copies", "Received: x\n y\n"],
    ["codes", "550 5.1.1 "],
    ["marks", "remote host said: "],
    ["half phrases", "exceeds the "],
    ["half words", "unable "],
    ["dashes", "- "],
  ])("10 MB of %s", (_, piece) => {
    const text = fill(piece);
    const head = [...DAEMON, "Subject: failure notice", "X-Failed-Recipients: ann@example.org", "", ""].join("\n");
    const bounce = readBounce(parseMimeTree(Buffer.from(head + text)), text);
    expect(bounce?.recipients.map(({ address }) => address)).toEqual(["ann@example.org"]);
  });

  it.each([
    ["recipients", "Final-Recipient: rfc822; a@b.c\nAction: failed\n\n", 1000],
    ["blank lines", "\n \n", 1],
    ["one field", "Diagnostic-Code: smtp; 550 5.1.1 ", 1],
    ["folded lines", "Diagnostic-Code: smtp;\n 550 5.1.1\n", 1],
    ["digits", "Status: 5.1.1", 1],
  ])("10 MB of %s in a machine-readable report", (_, piece, count) => {
    const type = "Content-Type: multipart/report; report-type=delivery-status; boundary=b";
    const status = `${fill(piece)}\n--b--`;
    const text = "a@".repeat(10_000);
    const lines = [...DAEMON, type, "", "--b", "", text, "--b", "Content-Type: message/delivery-status", "", status];
    expect(readBounce(parseMimeTree(Buffer.from(lines.join("\n"))), text)?.recipients).toHaveLength(count);
  });
});
