import { beforeEach, describe, expect, it } from "vitest";
import type { AuthResults } from "~/domain/mail/auth-results";
import { readInboundMail } from "~/domain/mail/read-inbound-mail.server";
import { findThreadKeys, rememberThreadKey } from "~/domain/mail/thread-keys.server";
import { finishInboundMail } from "~/domain/mail/inbound-result.server";
import { findFilingAgent } from "~/domain/routing/find-filing-agent.server";
import { renewFilingKey } from "~/domain/routing/renew-filing-key.server";
import { getContactFile } from "~/domain/tickets/get-contact-file.server";
import { receiveCustomerMessage } from "~/domain/tickets/receive-customer-message.server";
import { getTicketForDesk } from "~/domain/tickets/get-ticket-for-desk.server";
import { newId } from "~/lib/id";
import { clock, freezeClock } from "~/platform/clock.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { sendMail, workMail } from "#tests/support/mailroom";
import { cast, type CastName, castCtx, organizations, queues, STORY_TIME } from "#tests/support/cast";
import { insertMessage, insertTicket } from "#tests/support/insert-ticket";
import { useDatabase } from "#tests/support/use-database";
import { fileSentMail } from "./file-sent-mail.server";
import { filingKeyIn } from "./filing-address.server";
import { getFilingAddress } from "./get-filing-address.server";
import { listFiledMails } from "./list-filed-mails.server";
import { readMail } from "./read-mail.server";
import { startSmtpReceiver } from "./start-smtp-receiver.server";
import { takesMail } from "./takes-mail.server";

useDatabase();
const db = () => database().prisma;
let count = 0;

beforeEach(async () => {
  freezeClock(STORY_TIME);
  await db().ticket.deleteMany();
  await db().inboundMail.deleteMany();
  await db().threadKey.deleteMany();
  await db().seenMail.deleteMany();
  await db().outboundMail.deleteMany();
});

type Draft = {
  date?: string;
  messageId?: string;
  from?: string;
  to?: string;
  cc?: string;
  subject?: string;
  text?: string;
  replies?: string;
  auth?: AuthResults;
};

/** A mail as it came to an agent's filing address, filed; answers what became of it and its Message-ID. */
async function file(who: CastName, draft: Draft = {}, to: string[] = []) {
  const messageId = draft.messageId ?? `<${++count}.sent@outlook.example>`;
  const raw = [
    `From: ${draft.from ?? `${cast[who].name} <${cast[who].email}>`}`,
    `To: ${draft.to ?? cast.giulia.email}`,
    ...(draft.cc ? [`Cc: ${draft.cc}`] : []),
    `Subject: ${draft.subject ?? "Offerta"}`,
    `Message-ID: ${messageId}`,
    ...(draft.date ? [`Date: ${draft.date}`] : []),
    ...(draft.replies ? [`In-Reply-To: ${draft.replies}`] : []),
    "Content-Type: text/plain; charset=utf-8",
    "",
    draft.text ?? "Gentile Giulia,\r\n\r\necco l'offerta.\r\n\r\n-- \r\nElena\r\n",
  ].join("\r\n");
  const inboundId = newId();
  await db().inboundMail.create({
    data: {
      id: inboundId,
      source: "smtp",
      receivedAt: clock.now(),
      envelopeFrom: cast[who].email,
      recipients: [await getFilingAddress(castCtx(who)), ...to],
      queueId: queues.repairs.id,
      size: raw.length,
      sha256: "",
      raw: { create: { bytes: new Uint8Array(Buffer.from(raw)) } },
      ...(draft.auth ? { auth: draft.auth } : {}),
    },
  });
  const inbound = (await readInboundMail(inboundId))!;
  const read = await readMail(systemCtx(), inbound);
  const result = await inTransaction(systemCtx(), async (ctx) => {
    const filed = await fileSentMail(ctx, inbound, read);
    if (filed && "outcome" in filed) await finishInboundMail(ctx, inboundId, filed);
    return filed;
  });
  return { inboundId, messageId, result };
}
const dmarc = (result: "pass" | "fail"): AuthResults => ({
  by: "own",
  spf: { result, domain: "northwind.example" },
  dkim: [],
  dmarc: { result, domain: "northwind.example", policy: "reject" },
  arc: { result: "none" },
});
const ticket = async () => {
  const made = await insertTicket({ subject: "Pompa", waitingSince: new Date(Date.parse(STORY_TIME) - 3_600_000) });
  await insertMessage(made.id, { text: "Perde.", sentAt: new Date(Date.parse(STORY_TIME) - 3_600_000) });
  return made;
};
const newest = (ticketId: string) =>
  db().message.findFirstOrThrow({ where: { ticketId }, orderBy: { sentAt: "desc" } });

describe("the private filing address", () => {
  it("is one per agent and stays, until its agent takes another; then the old one takes no mail", async () => {
    const old = await getFilingAddress(castCtx("elena"));
    expect(old).toMatch(/^file\.[a-z2-7]{16}@/);
    expect(await getFilingAddress(castCtx("elena"))).toBe(old);
    expect(await getFilingAddress(castCtx("sara"))).not.toBe(old);
    expect(await takesMail(systemCtx(), old.toUpperCase())).toBe(true);
    await renewFilingKey(castCtx("elena"));
    const fresh = await getFilingAddress(castCtx("elena"));
    expect(fresh).not.toBe(old);
    expect([await takesMail(systemCtx(), old), await takesMail(systemCtx(), fresh)]).toEqual([false, true]);
    expect(await findFilingAgent(systemCtx(), filingKeyIn(old) ?? "")).toBeNull();
    await expect(getFilingAddress(castCtx("giulia"))).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("a mail that an agent blind-copies to it", () => {
  it.each(["subject", "message_id"] as const)(
    "joins the ticket by %s as the agent's reply and is mailed to nobody",
    async (by) => {
      const { id, number } = await ticket();
      await inTransaction(systemCtx(), (ctx) => rememberThreadKey(ctx, "<asked@marchetti.example>", id, null));
      const draft = by === "subject" ? { subject: `Re: [#${number}] Pompa` } : { replies: "<asked@marchetti.example>" };
      const { result, messageId, inboundId } = await file("elena", { ...draft, cc: "new@supplier.example" });
      expect(result).toMatchObject({ outcome: "joined", rule: by, threadId: id });
      const message = await newest(id);
      expect(message).toMatchObject({
        kind: "public",
        side: "agent",
        channel: "mail",
        authorId: cast.elena.id,
        inboundId,
      });
      expect(message.text).toBe("Gentile Giulia,\n\necco l'offerta.");
      expect(await db().outboundMail.count()).toBe(0);
      expect(await db().ticket.findUniqueOrThrow({ where: { id } })).toMatchObject({
        state: "waiting_customer",
        firstReplyAt: new Date(STORY_TIME),
        lastAgentAt: new Date(STORY_TIME),
      });
      const page = await getTicketForDesk(castCtx("elena"), number);
      expect(page.timeline).toContainEqual(expect.objectContaining({ kind: "message", rule: "own_program" }));
      expect(page.participants.map(({ email }) => email)).toEqual(["new@supplier.example"]);
      // The customer's answer to it finds the ticket.
      expect(await findThreadKeys(systemCtx(), [messageId])).toMatchObject([{ threadId: id }]);
    },
  );

  it("is a note when nobody of the ticket was written to, and moves no state of a closed ticket", async () => {
    const { id, number } = await ticket();
    await file("elena", { subject: `[#${number}]`, to: "parts@supplier.example" });
    expect(await newest(id)).toMatchObject({ kind: "note", side: "agent" });
    await db().ticket.update({
      where: { id },
      data: { state: "closed", statusId: "00000000-0000-7000-8000-000000000007" },
    });
    freezeClock("2026-11-20T11:54:00.000Z");
    await file("elena", { subject: `[#${number}]` });
    expect(await newest(id)).toMatchObject({ kind: "public" });
    expect(await db().ticket.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "closed", messageCount: 2 });
  });

  it("goes into the contacts' files when no ticket is named, or one that the agent may not answer", async () => {
    const { number } = await ticket();
    const first = await file("elena", {
      to: `${cast.giulia.email}, New Person <new2@tanaka.example>`,
      cc: cast.sara.email,
    });
    expect(first.result).toMatchObject({ outcome: "filed" });
    const second = await file("marco", { subject: `[#${number}] for accounts` });
    expect(second.result).toMatchObject({ outcome: "filed" });
    expect(await db().message.count()).toBe(1);

    const giulias = await listFiledMails(castCtx("sara"), { personId: cast.giulia.id }, null);
    expect(giulias.rows.map(({ id, by }) => [id, by]).toSorted()).toEqual(
      [
        [first.inboundId, "Elena Rossi"],
        [second.inboundId, "Marco Conti"],
      ].toSorted(),
    );
    const known = await db().emailAddress.findUniqueOrThrow({ where: { address: "new2@tanaka.example" } });
    expect((await listFiledMails(castCtx("sara"), { personId: known.personId }, null)).rows).toMatchObject([
      { id: first.inboundId, subject: "Offerta" },
    ]);
    expect(
      (await listFiledMails(castCtx("ada"), { organizationId: organizations.marchetti.id }, null)).rows,
    ).toHaveLength(2);
    expect((await listFiledMails(castCtx("sara"), { personId: cast.sara.id }, null)).rows).toEqual([]);
  });

  it.each([
    ["another sender", { from: "Elena Rossi <elena@elsewhere.example>" }],
    ["a colleague's address", { from: cast.sara.email }],
    ["a failed DMARC", { auth: dmarc("fail") }],
  ])("is held when %s is in From", async (_, draft) => {
    const { result } = await file("elena", draft);
    expect(result).toEqual({ hold: { reason: "not_verified", data: {} } });
    expect([await db().filedMail.count(), await db().message.count()]).toEqual([0, 0]);
  });

  it("is filed once, however often it comes", async () => {
    const { id, number } = await ticket();
    const draft = { subject: `[#${number}]` };
    const first = await file("elena", draft);
    count -= 1;
    expect((await file("elena", draft)).result).toMatchObject({
      outcome: "duplicate",
      duplicateOf: first.inboundId,
      threadId: id,
    });
    expect(await db().message.count({ where: { side: "agent" } })).toBe(1);
  });

  it("that comes after the customer's answer to it stands where it was sent, and the customer still waits", async () => {
    const { id, number } = await ticket();
    const [sent, answered, came] = ["2026-11-20T11:00:00.000Z", "2026-11-20T11:20:00.000Z", "2026-11-20T11:40:00.000Z"];
    freezeClock(answered);
    const body = { text: "Thank you, and another question." };
    await receiveCustomerMessage(systemCtx(), { ticketId: id, authorId: cast.giulia.id, body, channel: "mail" });
    freezeClock(came);
    await file("elena", { subject: `[#${number}]`, date: "Fri, 20 Nov 2026 12:00:00 +0100" });
    expect(await db().message.findFirstOrThrow({ where: { ticketId: id, side: "agent" } })).toMatchObject({
      sentAt: new Date(sent),
    });
    expect(await db().ticket.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "open",
      lastAgentAt: new Date(sent),
      waitingSince: new Date(answered),
    });
  });

  it.each([
    ["from the future", "Sat, 21 Nov 2026 12:00:00 +0100"],
    ["older than a mail can be", "Fri, 06 Nov 2026 12:00:00 +0100"],
    ["that is none", "yesterday"],
  ])("stands where it came with a date %s", async (_, date) => {
    const { id, number } = await ticket();
    await file("elena", { subject: `[#${number}]`, date });
    expect(await newest(id)).toMatchObject({ side: "agent", sentAt: new Date(STORY_TIME) });
  });

  it("never stands before its ticket", async () => {
    const { id, number } = await ticket();
    await db().ticket.update({ where: { id }, data: { createdAt: new Date(Date.parse(STORY_TIME) - 60_000) } });
    await file("elena", { subject: `[#${number}]`, date: "Fri, 20 Nov 2026 09:00:00 +0100" });
    const { firstReplyAt } = await db().ticket.findUniqueOrThrow({ where: { id } });
    expect(firstReplyAt).toEqual(new Date(Date.parse(STORY_TIME) - 60_000));
  });

  it("joins its ticket once, though a copy to a queue made a ticket of its own before", async () => {
    const { id, number } = await ticket();
    const draft = { subject: `[#${number}]`, messageId: "<both@outlook.example>" };
    const copy = await file("elena", draft);
    const { prisma } = database();
    const opened = await ticket();
    await prisma.message.deleteMany({ where: { ticketId: id, side: "agent" } });
    await prisma.inboundMail.update({
      where: { id: copy.inboundId },
      data: { outcome: "linked", threadId: opened.id, entryId: null },
    });
    for (const outcome of ["joined", "joined"] as const)
      expect((await file("elena", draft)).result).toMatchObject({ outcome, threadId: id });
    expect(await prisma.message.count({ where: { ticketId: id, side: "agent" } })).toBe(1);
    expect((await file("elena", { ...draft, subject: "Without a number" })).result).toMatchObject({ outcome: "filed" });
  });

  it("with a thousand recipients is filed with the first fifty", async () => {
    const to = Array.from({ length: 1_000 }, (_, i) => `p${i}@crowd.example`).join(",\r\n ");
    const { result, inboundId } = await file("elena", { to });
    expect(result).toMatchObject({ outcome: "filed" });
    expect(await db().filedMailPerson.count({ where: { inboundId } })).toBe(49);
  });

  it("is no business of a mail without the address", async () => {
    const { inboundId } = await file("elena", { auth: dmarc("pass") });
    await db().inboundMail.update({ where: { id: inboundId }, data: { recipients: [queues.repairs.address] } });
    const inbound = (await readInboundMail(inboundId))!;
    expect(await fileSentMail(systemCtx(), inbound, await readMail(systemCtx(), inbound))).toBeNull();
  });

  it("from a queue is seen in the file by who sees the queue, and by who filed it", async () => {
    const { inboundId } = await file("elena");
    await db().inboundMail.update({ where: { id: inboundId }, data: { queueId: queues.repairs.id } });
    const sees = async (who: CastName) =>
      (await listFiledMails(castCtx(who), { personId: cast.giulia.id }, null)).rows.length;
    expect([await sees("elena"), await sees("sara"), await sees("marco"), await sees("ada")]).toEqual([1, 1, 0, 1]);
    await db().filedMail.update({ where: { inboundId }, data: { byId: cast.marco.id } });
    expect(await sees("marco")).toBe(1);
    await expect(sees("giulia")).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("through the mail receiver", () => {
  it("an agent's own mail joins the ticket, and the customer's answer to it joins too", async () => {
    const { port, stop } = await startSmtpReceiver({ host: "127.0.0.1", port: 0 });
    try {
      const { id, number } = await ticket();
      const bcc = await getFilingAddress(castCtx("elena"));
      const messageId = "<offer@outlook.example>";
      const mail = {
        from: cast.elena.email,
        to: cast.giulia.email,
        subject: `Re: [#${number}] Pompa`,
        text: "Ecco.",
        messageId,
      };
      await sendMail(port, { ...mail, envelope: { from: cast.elena.email, to: bcc } });
      await workMail();
      expect(await newest(id)).toMatchObject({ kind: "public", side: "agent", channel: "mail", text: "Ecco." });
      freezeClock("2026-11-20T12:00:00.000Z");
      await sendMail(port, {
        from: cast.giulia.email,
        to: queues.repairs.address,
        subject: "R: Pompa",
        text: "Grazie.",
        messageId: "<thanks@marchetti.example>",
        inReplyTo: messageId,
        references: messageId,
      });
      await workMail();
      expect(await newest(id)).toMatchObject({ side: "customer", text: "Grazie.", rule: "message_id" });
      expect(await db().ticket.count()).toBe(1);
      expect(await db().outboundMail.count({ where: { recipient: cast.giulia.email } })).toBe(0);
      await renewFilingKey(castCtx("elena"));
      await expect(sendMail(port, { ...mail, envelope: { from: cast.elena.email, to: bcc } })).rejects.toThrow(/550/);
    } finally {
      await stop();
    }
  });
});

describe("the file of a contact", () => {
  it("shows addresses with what is held back, and the tickets of the reader's queues, page by page", async () => {
    for (let i = 0; i < 27; i++)
      await insertTicket({ subject: `T${i}`, publicAt: new Date(Date.parse(STORY_TIME) - i * 1_000) });
    await insertTicket({ subject: "Invoice", queueId: queues.billing.id });
    await db().suppression.create({
      data: { address: cast.giulia.email, reason: "userunknown", since: clock.now(), until: new Date("2026-12-01") },
    });
    const first = await getContactFile(castCtx("elena"), cast.giulia.id, null);
    expect(first).toMatchObject({
      name: "Giulia Marchetti",
      organization: { name: "Marchetti Impianti" },
      addresses: [{ address: cast.giulia.email, suppressed: { reason: "userunknown" } }],
    });
    const second = await getContactFile(castCtx("elena"), cast.giulia.id, first.tickets.next);
    expect([first.tickets.rows.length, second.tickets.rows.map(({ subject }) => subject)]).toEqual([
      25,
      ["T25", "T26"],
    ]);
    expect((await getContactFile(castCtx("marco"), cast.giulia.id, null)).tickets.rows).toMatchObject([
      { subject: "Invoice" },
    ]);
    await expect(getContactFile(castCtx("elena"), cast.sara.id, null)).rejects.toMatchObject({ kind: "not_found" });
    await expect(getContactFile(castCtx("giulia"), cast.giulia.id, null)).rejects.toMatchObject({ kind: "forbidden" });
    await db().suppression.deleteMany();
  });
});
