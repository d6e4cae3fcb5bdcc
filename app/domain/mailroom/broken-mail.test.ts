import { describe, expect, test } from "vitest";
import { cast, queues } from "#tests/support/cast";
import { mail, onlyTicket, receiverPort, take, tickets, useMailReceiver } from "#tests/support/mail-by-smtp";
import { sendMail, sendRaw, workMail } from "#tests/support/mailroom";
import { useDatabase } from "#tests/support/use-database";
import { database } from "~/platform/db.server";

useDatabase();
useMailReceiver();
const SUPPORT = queues.repairs.address;
const BILLING = queues.billing.address;
const db = () => database().prisma;

describe("hostile and broken mail", () => {
  test("HTML that scripts, styles, loads or tricks is made harmless; inline images point at their attachment", async () => {
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    );
    await take({
      text: undefined,
      html: `<style>*{position:fixed}</style><p onclick="x()">Look <a href="javascript:alert(1)">here</a></p>
        <script>alert(1)</script><form action="/x"><input></form><img src="https://track.example/p.png">
        <img src="cid:shot@1"><iframe src="https://x.example"></iframe>`,
      attachments: [{ filename: "shot.png", content: png, cid: "shot@1" }],
    });
    const [message] = (await onlyTicket()).messages;
    expect(message!.html).not.toMatch(/script|style|onclick|javascript|<form|<input|iframe|track\.example/i);
    expect(message!.remoteImages).toBe(true);
    const [file] = message!.attachments;
    expect(file).toMatchObject({ inline: true, contentId: "shot@1", type: "image/png" });
    expect(message!.html).toContain(`src="/attachments/${file!.id}/shot.png"`);
  });

  test("a MIME bomb, an empty mail and a mail without headers reach an agent as they came", async () => {
    const bomb = Array.from(
      { length: 60 },
      (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`,
    );
    await sendRaw(receiverPort(), `From: a@b.example\r\nSubject: bomb\r\n${bomb.join("")}`, "a@b.example", SUPPORT);
    const parts = `From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${"--x\r\n\r\ny\r\n".repeat(3_000)}`;
    await sendRaw(receiverPort(), parts, "a@b.example", BILLING);
    await sendRaw(receiverPort(), "no headers at all", "", SUPPORT);
    await sendMail(receiverPort(), mail({ text: "the next one" }));
    await workMail();
    const all = await tickets();
    expect(all).toHaveLength(4);
    const unreadable = all.filter((t) => t.banners.some((b) => b.code === "unreadable_mail"));
    expect(unreadable.map((t) => t.queueId).sort()).toEqual(
      [queues.repairs.id, queues.repairs.id, queues.billing.id].sort(),
    );
    for (const { messages } of unreadable) {
      expect(messages[0]!.attachments).toMatchObject([{ name: "message.eml", type: "application/octet-stream" }]);
      expect(messages[0]!.automatic).toBe(true);
    }
    const failed = await db().inboundMail.findMany({ where: { stage: "failed" } });
    expect(failed.map((row) => row.error).sort()).toEqual(["no-headers", "too-deep", "too-many-parts"]);
  });

  test("a charset nobody knows, NUL and broken encodings become readable text", async () => {
    const raw = Buffer.concat([
      Buffer.from(
        `From: ${cast.hana.email}\r\nSubject: =?x-unknown?Q?caf=E9=00?=\r\nContent-Type: text/plain; charset=x-klingon\r\n\r\ncaf`,
      ),
      Buffer.from([0xe9, 0x00, 0x20, 0xff]),
      Buffer.from(" end of the letter\r\n"),
    ]);
    await sendRaw(receiverPort(), raw, cast.hana.email, SUPPORT);
    await workMail();
    const [message] = (await onlyTicket()).messages;
    expect(message!.text).toMatch(/^caf.*end of the letter$/);
  });

  test("a thousand recipients are a list to look at, of whom fifty take part", async () => {
    const to = Array.from({ length: 1_000 }, (_, i) => `"R ${i}" <r${i}@many.example>`).join(",\r\n ");
    const raw = `From: ${cast.hana.email}\r\nTo: ${SUPPORT},\r\n ${to}\r\nSubject: All\r\n\r\nHello everybody\r\n`;
    await sendRaw(receiverPort(), raw, cast.hana.email, SUPPORT);
    await workMail();
    const ticket = await onlyTicket();
    expect(ticket.participants).toHaveLength(50);
    expect((ticket.messages[0]!.addressees as { to: unknown[] }).to).toHaveLength(100);
  });

  test("header lines smuggled into names and subjects stay text", async () => {
    const raw = [
      `From: =?utf-8?Q?Eve=0D=0ABcc:_all@company.example?= <eve@evil.example>`,
      `To: ${SUPPORT}`,
      "Subject: =?utf-8?Q?Hi=0D=0AX-Injected:_yes?=",
      "",
      "text of the mail",
    ].join("\r\n");
    await sendRaw(receiverPort(), raw, "eve@evil.example", SUPPORT);
    await workMail();
    const ticket = await onlyTicket();
    const { name } = await db().person.findUniqueOrThrow({ where: { id: ticket.requesterId } });
    expect(`${ticket.subject}${name}`).not.toMatch(/[\r\n]/);
    expect(ticket.participants).toEqual([]);
  });

  test("a mail that names nobody, has no subject and no text is a ticket all the same", async () => {
    await sendRaw(receiverPort(), "Date: Fri, 20 Nov 2026 10:00:00 +0000\r\n\r\n", "", SUPPORT);
    await workMail();
    const ticket = await onlyTicket();
    expect(ticket.messages[0]).toMatchObject({ automatic: true, text: "" });
    expect(ticket.subject).toBe("—");
  });
});
