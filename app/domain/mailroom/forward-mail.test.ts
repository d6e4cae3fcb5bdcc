import { beforeEach, describe, expect, test } from "vitest";
import {
  emptyMailroom,
  findMail,
  listTickets,
  take,
  theTicket,
  useRules,
  writeMail,
} from "#tests/support/arriving-mail";
import { cast, queues } from "#tests/support/cast";
import { makeRule } from "#tests/support/mail-rules";
import { useDatabase } from "#tests/support/use-database";
import { parseMail } from "~/domain/mail/mime/parse-mail.server";
import { readMailBytes } from "~/domain/mail/read-mail-bytes.server";
import { makeReplyAddress } from "~/domain/mail/reply-keys.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";

useDatabase();
emptyMailroom();
const db = () => database().prisma;
const PARTNER = "partner@elsewhere.example";
const forwards = () => db().outboundMail.findMany({ where: { template: "forward" }, orderBy: { id: "asc" } });
beforeEach(() => useRules(makeRule(1, {}, { forwardTo: [PARTNER] })));

/** The forward as it went out. */
async function sentForward() {
  const [row] = await forwards();
  return { row: row!, bytes: (await readMailBytes(systemCtx(), row!.id))!.bytes };
}

test("a rule forwards the mail as it came, as automatic mail of the address it came to, once", async () => {
  const original = await writeMail();
  const mail = await take({}, { bytes: original });
  const ticket = await theTicket();
  const { row, bytes } = await sentForward();
  expect(await forwards()).toHaveLength(1);
  expect(row).toMatchObject({
    recipient: PARTNER,
    fromAddress: queues.repairs.address,
    autoSubmitted: "auto-generated",
    threadId: ticket.id,
    entryId: mail.entryId,
  });
  const sent = await parseMail(bytes);
  expect(sent).toMatchObject({ subject: "Fwd: La pompa perde", automatic: { is: true } });
  expect(sent.attachments).toMatchObject([{ name: "original.eml", type: "message/rfc822" }]);
  expect(sent.attachments[0]!.content.toString()).toBe(original.toString());
  expect(bytes.toString()).not.toMatch(/Content-Type: message\/rfc822[^]*?Content-Transfer-Encoding: base64/);
});

describe("an address that forwards back ends the round", () => {
  test("by passing the mail on as it is: our own mail came back", async () => {
    await take();
    const { bytes } = await sentForward();
    const back = await take({}, { bytes });
    expect(back).toMatchObject({ outcome: "duplicate", rule: "own_mail" });
    const rewritten = bytes
      .toString()
      .replace(/^Message-ID: .*$/im, "Message-ID: <new.1@elsewhere.example>")
      .replace(/^From: .*$/im, `From: ${PARTNER}`);
    expect(await take({}, { bytes: Buffer.from(rewritten) })).toMatchObject({ outcome: "duplicate", rule: "own_mail" });
    expect(await forwards()).toHaveLength(1);
    expect(await listTickets()).toHaveLength(1);
  });

  test("by a mail of its own that attaches, quotes or answers it: a ticket, and no second forward", async () => {
    await take();
    const { row, bytes } = await sentForward();
    const attached = { filename: "x.eml", contentType: "message/rfc822", content: bytes };
    await take({ from: "robot@elsewhere.example", subject: "FW", text: "back", attachments: [attached] });
    await take({ from: "other@elsewhere.example", subject: "Re", text: "answer", inReplyTo: row.messageId });
    await take({ from: "third@elsewhere.example", text: "key", to: makeReplyAddress(queues.repairs.address, row.id) });
    await take({ from: PARTNER, subject: "Fwd: something new", text: "by ourselves" });
    const tickets = await listTickets();
    expect(tickets).toHaveLength(5);
    // Who got a forward is nobody of the ticket.
    expect(tickets[0]!.messages).toHaveLength(1);
    expect(await forwards()).toHaveLength(1);
  });

  test("and every forward counts against the limits of automatic mail", async () => {
    await db().rateWindow.deleteMany();
    for (let i = 0; i < 3; i++) await take({ from: `c${i}@many.example`, subject: `m ${i}` });
    expect(await forwards()).toHaveLength(3);
    expect(await db().rateWindow.count()).toBeGreaterThan(0);
  });
});

test("processing again forwards nothing a second time", async () => {
  const mail = await take({ from: cast.hana.email });
  await db().message.updateMany({ data: { inboundId: null } });
  await db().inboundMail.update({ where: { id: mail.id }, data: { stage: "received", outcome: null } });
  const { processMail } = await import("./process-mail.server");
  await processMail(systemCtx(), mail.id);
  expect(await findMail(mail.id)).toMatchObject({ stage: "done" });
  expect(await forwards()).toHaveLength(1);
});
