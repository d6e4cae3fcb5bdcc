import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseMail } from "./parse-mail.server";

const report = (fields: string[], human = "Your message could not be delivered.") =>
  Buffer.from(
    [
      "From: MAILER-DAEMON@mx.example.com",
      "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
      "",
      "--b",
      "",
      human,
      "--b",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.example.com",
      "",
      ...fields,
      "--b",
      "Content-Type: text/rfc822-headers",
      "",
      "Message-ID: <sent@desk.example>",
      "Subject: x",
      "--b--",
    ].join("\r\n"),
  );

const one = async (diagnostic: string, status = "5.0.0", action = "failed") => {
  const fields = ["Final-Recipient: rfc822; ann@example.org", `Action: ${action}`, `Status: ${status}`];
  if (diagnostic !== "") fields.push(`Diagnostic-Code: ${diagnostic}`);
  return (await parseMail(report(fields))).bounce?.recipients[0];
};

describe("readBounce", () => {
  it.each([
    [
      "smtp; 550 5.1.1 <ann@example.org>: Recipient address rejected: User unknown in local recipient table",
      "5.1.1",
      "userunknown",
      true,
    ],
    ["smtp; 550 No such user here", "5.0.0", "userunknown", true],
    ["smtp; 552 5.2.2 The email account that you tried to reach is over quota", "5.2.2", "mailboxfull", false],
    ["smtp; 550 5.2.1 The email account that you tried to reach is disabled", "5.2.1", "suspend", false],
    [
      "smtp; 554 5.7.1 <h[192.0.2.1]>: Client host rejected: blocked using zen.dnsbl.example",
      "5.7.1",
      "blocked",
      false,
    ],
    ["smtp; 554 5.7.1 Relay access denied", "5.7.1", "norelaying", false],
    [
      "smtp; 550 5.7.26 This mail has been blocked because the sender is unauthenticated: DMARC policy",
      "5.7.26",
      "authfailure",
      false,
    ],
    ["smtp; 550 5.7.25 The IP address sending this message does not have a PTR record", "5.7.25", "requireptr", false],
    ["smtp; 554 5.7.1 Message rejected as spam by content filtering", "5.7.1", "spamdetected", false],
    ["smtp; 552 5.3.4 Message size exceeds fixed limit", "5.3.4", "mesgtoobig", false],
    [
      "X-Postfix; Host or domain name not found. Name service error for name=nowhere.example type=A: Host not found",
      "5.4.4",
      "hostunknown",
      true,
    ],
    ["smtp; 556 5.1.10 Domain does not accept mail (nullMX)", "5.1.10", "notaccept", true],
    ["smtp; 421 4.7.0 Too many connections from your host", "4.7.0", "toomanyconn", false],
    ["X-Postfix; connect to mx.example.org[192.0.2.1]:25: Connection timed out", "4.4.1", "expired", false],
    ["smtp; 554 5.4.6 Too many hops", "5.4.6", "networkerror", false],
    ["x-unix; command died with status 1", "5.3.0", "mailererror", false],
    ["smtp; 550 5.1.6 recipient no longer on server", "5.1.6", "hasmoved", true],
    ["smtp; 550 5.7.1 Virus detected", "5.7.1", "virusdetected", false],
    ["", "5.1.1", "userunknown", true],
    ["", "4.4.7", "expired", false],
    ["", "5.2.2", "mailboxfull", false],
  ])("%s (%s) is %s", async (diagnostic, status, reason, hard) => {
    expect(await one(diagnostic, status)).toEqual({ address: "ann@example.org", status, reason, hard });
  });

  it("prefers the server's own status and tells delayed from failed", async () => {
    expect((await one("smtp; 550 5.1.1 User unknown", "5.0.0"))?.status).toBe("5.1.1");
    expect(await one("", "4.0.0", "delayed")).toMatchObject({ reason: "expired", hard: false });
    expect(await one("smtp; 250 2.0.0 Ok", "2.0.0", "delivered")).toMatchObject({ reason: "delivered", hard: false });
  });

  it("tells IronPort's own verdict from the reply that it quotes", async () => {
    const other = "smtp; 5.3.0 - Other mail system problem 550-'Unknown user ann@example.org' (delivery attempts: 0)";
    expect(await one(other)).toMatchObject({ status: "5.3.0", reason: "filtered", hard: false });
    const unknown = "smtp; 5.1.0 - Unknown address error 550-'5.1.1 No such user' (delivery attempts: 0)";
    expect(await one(unknown)).toMatchObject({ status: "5.1.1", reason: "userunknown", hard: true });
    const silent = "smtp; 5.1.0 - Unknown address error 550-'No such user' (delivery attempts: 0)";
    expect(await one(silent)).toMatchObject({ status: "5.1.0", reason: "userunknown", hard: true });
  });

  it("reads several recipients, folded fields and the id of our message", async () => {
    const { bounce } = await parseMail(
      report([
        "Original-Recipient: rfc822;a@example.org",
        "Final-Recipient: RFC822; <a@example.org>",
        "Action: failed",
        "Status: 5.1.1 (bad address)",
        "Diagnostic-Code: smtp; 550-5.1.1 no such",
        "  user",
        "",
        "Final-Recipient: rfc822; @relay.example:b@example.org",
        "Action: failed",
        "Status: 5.2.2",
      ]),
    );
    expect(bounce).toEqual({
      recipients: [
        { address: "a@example.org", status: "5.1.1", hard: true, reason: "userunknown" },
        { address: "b@example.org", status: "5.2.2", hard: false, reason: "mailboxfull" },
      ],
      originalMessageId: "<sent@desk.example>",
    });
  });

  it("reads abuse reports and no ordinary mail", async () => {
    const arf = Buffer.from(
      "From: fbl@isp.example\r\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\r\n\r\n--b\r\n\r\nabuse\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nOriginal-Rcpt-To: <ann@example.org>\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <x@y>\r\n\r\n--b--\r\n",
    );
    expect((await parseMail(arf)).bounce).toEqual({
      recipients: [{ address: "ann@example.org", status: "", hard: false, reason: "feedback" }],
      originalMessageId: "<x@y>",
    });
    const quoted = Buffer.from(
      "From: ann@example.com\r\n\r\nI got this:\r\nFinal-Recipient: rfc822; x@y\r\nAction: failed\r\nStatus: 5.1.1\r\n",
    );
    expect((await parseMail(quoted)).bounce).toBeNull();
  });
});

const fixtures = fileURLToPath(new URL("../../../../../shared/fixtures/mail/bounce/", import.meta.url));
type Expected = Record<string, { reason: string; hard: boolean }[]>;

const machineReadable = /content-type:\s*message\/(?:global-)?(?:delivery-status|feedback-report)/i;

describe.runIf(existsSync(fixtures))("outside bounces", () => {
  it.each([
    ["with a machine-readable report", true, 0.94, 0.96],
    ["in words alone", false, 0.85, 0.88],
  ])("%s get the expected reason and hardness", async (_, wantsReport, reasonsAtLeast, hardnessAtLeast) => {
    const expected = JSON.parse(readFileSync(`${fixtures}expected.json`, "utf8")) as Expected;
    let total = 0;
    let reasons = 0;
    let hardness = 0;
    for (const [file, wanted] of Object.entries(expected)) {
      const bytes = readFileSync(fixtures + file);
      if (machineReadable.test(bytes.toString("latin1")) !== wantsReport) continue;
      const mail = await parseMail(bytes);
      const got = mail.bounce?.recipients ?? [];
      total++;
      if (got.length === wanted.length && wanted.every((want, i) => want.reason === got[i]?.reason)) reasons++;
      if (got.length === wanted.length && wanted.every((want, i) => want.hard === got[i]?.hard)) hardness++;
      // The mailroom files as a bounce only what a machine sent.
      expect([file, mail.bounce !== null && !mail.automatic.is]).toEqual([file, false]);
    }
    expect(reasons / total).toBeGreaterThanOrEqual(reasonsAtLeast);
    expect(hardness / total).toBeGreaterThanOrEqual(hardnessAtLeast);
  });
});
