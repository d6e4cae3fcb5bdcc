import { describe, expect, it } from "vitest";
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
    expect(bounce?.originalMessageId).toBe(lines.includes("To: ann@example.org") ? "<sent@desk.example>" : null);
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
