import fc from "fast-check";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readBounce } from "./bounce";
import { parseMimeTree } from "./mime-tree";
import { parseMail } from "./parse-mail.server";

const DAEMON = ["From: Mail Delivery System <MAILER-DAEMON@mx.example.com>", "Return-Path: <>"];
const mail = (headers: string[], lines: string[]) => Buffer.from([...headers, "", ...lines].join("\r\n"));
const bounceOf = async (headers: string[], ...lines: string[]) => (await parseMail(mail(headers, lines))).bounce;
const COPY = ["Received: from desk.example", "Message-ID: <sent@desk.example>", "To: ann@example.org", "", "hello"];

describe("reports in words alone", () => {
  it.each<[string, string[], string[], [string, string, string, boolean][]]>([
    [
      "qmail, several recipients",
      [...DAEMON, "Subject: failure notice"],
      [
        "Hi. This is the qmail-send program at mx.example.com.",
        "I'm afraid I wasn't able to deliver your message to the following addresses.",
        "",
        "<ann@example.org>:",
        "192.0.2.25 does not like recipient.",
        "Remote host said: 550 5.1.1 <ann@example.org>: unknown user",
        "Giving up on 192.0.2.25.",
        "",
        "<bob@example.org>:",
        "Sorry, I couldn't find any host named example.org. (#5.1.2)",
        "",
        "--- Below this line is a copy of the message.",
        "",
        ...COPY,
      ],
      [
        ["ann@example.org", "5.1.1", "userunknown", true],
        ["bob@example.org", "5.1.2", "hostunknown", true],
      ],
    ],
    [
      "Exim, all hosts silent",
      [...DAEMON, "Subject: Mail delivery failed: returning message to sender", "X-Failed-Recipients: ann@example.org"],
      [
        "A message that you sent could not be delivered to one or more of its",
        "recipients. This is a permanent error. The following address(es) failed:",
        "",
        "  ann@example.org",
        "    host mx.example.org [192.0.2.1]: retry timeout exceeded",
        "",
        "------ This is a copy of the message, including all the headers. ------",
        "",
        ...COPY,
      ],
      [["ann@example.org", "5.0.0", "expired", false]],
    ],
    [
      "Exim: a refused sender says nothing against the recipient",
      [...DAEMON, "X-Failed-Recipients: ann@example.org"],
      [
        "  ann@example.org",
        "    SMTP error from remote mail server after MAIL FROM:<desk@desk.example> SIZE=1024:",
        "    550 unroutable address",
        "",
        "------ This is a copy of the message, including all the headers. ------",
        "",
        ...COPY,
      ],
      [["ann@example.org", "5.0.0", "rejected", false]],
    ],
    [
      "Postfix",
      [...DAEMON, "Subject: Undelivered Mail Returned to Sender"],
      [
        "I'm sorry to have to inform you that your message could not be delivered.",
        "For further assistance, please send mail to <postmaster@mx.example.com>",
        "",
        "<ann@example.org>: host mx.example.org[192.0.2.1] said: 452 4.2.2",
        "    <ann@example.org>: mailbox is full (in reply to RCPT TO command)",
        "",
        ...COPY,
      ],
      [["ann@example.org", "4.2.2", "mailboxfull", false]],
    ],
    [
      "Sendmail",
      ["From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example.com>", "Subject: Returned mail: User unknown"],
      [
        "   ----- The following addresses had permanent fatal errors -----",
        "<ann@example.org>",
        "",
        "   ----- Transcript of session follows -----",
        "... while talking to mx.example.org.:",
        ">>> RCPT To:<ann@example.org>",
        "<<< 550 5.1.1 <ann@example.org>... User unknown",
        "550 <ann@example.org>... User unknown",
        "",
        "   ----- Original message follows -----",
        ...COPY,
      ],
      [["ann@example.org", "5.1.1", "userunknown", true]],
    ],
    [
      "Exchange 2003",
      ["From: System Administrator <postmaster@example.org>", "Subject: Undeliverable: pump"],
      [
        "Your message",
        "",
        "  To:      help@example.org",
        "  Subject: pump",
        "",
        "did not reach the following recipient(s):",
        "",
        "ann@example.org on Thu, 29 Apr 2027 16:51:51 +0200",
        "    The recipient name is not recognized",
        "    MSEXCH:IMS:EXAMPLE 0 (000C05A6) Unknown Recipient",
      ],
      [["ann@example.org", "5.0.0", "userunknown", true]],
    ],
    [
      "Outlook",
      ["From: System Administrator", "Return-Path: <>", "Subject: Undeliverable: pump"],
      [
        "Your message did not reach some or all of the intended recipients.",
        "",
        "The following recipient(s) could not be reached:",
        "",
        "      'ann@example.org' on 29.04.2027 16:51",
        "            552 5.2.2 mailbox full",
      ],
      [["ann@example.org", "5.2.2", "mailboxfull", false]],
    ],
    [
      "Domino",
      ["From: Postmaster@example.org", "Subject: DELIVERY FAILURE: User ann (ann@example.org) not listed in public"],
      [
        "was not delivered to:",
        "",
        "  ann@example.org",
        "",
        "because:",
        "",
        "  User ann not listed in public Name book",
      ],
      [["ann@example.org", "5.0.0", "userunknown", true]],
    ],
    [
      "a server that speaks Russian",
      ["From: MAILER-DAEMON@example.ru", "Subject: Mail failure", "Content-Type: text/plain; charset=utf-8"],
      [
        "К сожалению, письмо не может быть доставлено:",
        "",
        "ann@example.org",
        "  host mx.example.org [192.0.2.1]: 550 5.2.1 account is disabled",
      ],
      [["ann@example.org", "5.2.1", "suspend", false]],
    ],
    [
      "a delay",
      [...DAEMON, "Subject: Delivery Status Notification (Delay)"],
      [
        "Delivery to the following recipient has been delayed:",
        "",
        "     ann@example.org",
        "",
        "The recipient server did not accept our requests to connect.",
      ],
      [["ann@example.org", "4.0.0", "expired", false]],
    ],
    [
      "nobody named but in the copy",
      ["From: MAILER-DAEMON@example.com", "Subject: Returned mail: Cannot send message for 4 days"],
      [
        "   ----- Transcript of session follows -----",
        "421 Connection timed out",
        "----- Unsent message follows -----",
        ...COPY,
      ],
      [["ann@example.org", "4.0.0", "expired", false]],
    ],
    [
      "delivered, and said so",
      [...DAEMON, "Subject: Delivery Status Notification (Success)"],
      ["Your message was successfully delivered to the recipient <ann@example.org>"],
      [["ann@example.org", "", "delivered", false]],
    ],
  ])("%s", async (_, headers, lines, expected) => {
    const bounce = await bounceOf(headers, ...lines);
    expect(bounce?.recipients.map((r) => [r.address, r.status, r.reason, r.hard])).toEqual(expected);
    if (lines.includes("To: ann@example.org")) expect(bounce?.originalMessageId).toBe("<sent@desk.example>");
    expect((await parseMail(mail(headers, lines))).automatic.is).toBe(true);
  });

  it("reads notices of Amazon SES", async () => {
    const headers = ["From: SES <no-reply@sns.amazonaws.com>", "x-amz-sns-message-id: 1", "Subject: AWS Notification"];
    const bounced = {
      emailAddress: "ann@example.org",
      action: "failed",
      status: "5.1.1",
      diagnosticCode: "smtp; 550 5.1.1 no such user",
    };
    const notice = {
      notificationType: "Bounce",
      bounce: { bounceType: "Permanent", bouncedRecipients: [bounced] },
      mail: { commonHeaders: { messageId: "<sent@desk.example>" } },
    };
    expect(await bounceOf(headers, JSON.stringify(notice), "", "--", "unsubscribe: {}")).toBeNull();
    expect(await bounceOf(headers, JSON.stringify(notice), "", "--", "unsubscribe")).toEqual({
      recipients: [{ address: "ann@example.org", status: "5.1.1", reason: "userunknown", hard: true }],
      originalMessageId: "<sent@desk.example>",
    });
    expect(await bounceOf(headers.slice(0, 1), JSON.stringify(notice))).toBeNull();
  });
});

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
});
