import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deliverMail } from "~/domain/mail/deliver-mail.server";
import { readReplyKey } from "~/domain/mail/reply-keys.server";
import { suppressAddress } from "~/domain/mail/suppress-address.server";
import { closeTransport } from "~/domain/mail/transports/choose-transport.server";
import { addQueueAddress } from "~/domain/routing/add-queue-address.server";
import { changeQueue } from "~/domain/routing/change-queue.server";
import { queueAddressForm } from "~/domain/routing/schema";
import { newId } from "~/lib/id";
import { forgetConfig } from "~/platform/config.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { cast, castCtx, queues } from "#tests/support/cast";
import { at, compose, mailsOf, now, openGiulias } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { changeTicket } from "./change-ticket.server";
import { liftRecipientSuppression } from "./lift-recipient-suppression.server";
import { releaseReply } from "./release-reply.server";
import { undoReply } from "./undo-reply.server";
import { getTicketForDesk } from "./get-ticket-for-desk.server";
import { receiveCustomerMessage } from "./receive-customer-message.server";
import { replyToTicket } from "./reply-to-ticket.server";
import { resendToRecipient } from "./resend-to-recipient.server";

useDatabase();

/** A mail server of somebody else: Hana's is greylisting, Paolo's knows nobody. */
const arrived: { to: string; mail: ParsedMail; raw: string }[] = [];
const refusals: Record<string, { code: number; text: string }> = {};
const sink = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  onRcptTo({ address }, _session, done) {
    const no = refusals[address];
    done(no ? Object.assign(new Error(no.text), { responseCode: no.code }) : undefined);
  },
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", async () => {
      const raw = Buffer.concat(chunks).toString();
      arrived.push({ to: session.envelope.rcptTo[0]?.address ?? "", mail: await simpleParser(raw), raw });
      done();
    });
  },
});
let thaw = () => {};
const later = (minutes: number) => {
  thaw();
  thaw = at(minutes);
};
beforeAll(() => new Promise<void>((resolve) => sink.listen(0, "127.0.0.1", resolve)));
afterAll(() => new Promise<void>((resolve) => sink.close(() => resolve())));
beforeEach(() => {
  later(0);
  process.env.SMTP_URL = `smtp://127.0.0.1:${(sink.server.address() as AddressInfo).port}`;
  forgetConfig();
});
afterEach(() => {
  thaw();
  closeTransport();
  delete process.env.SMTP_URL;
  forgetConfig();
  arrived.length = 0;
  for (const address of Object.keys(refusals)) delete refusals[address];
});

/** Hands over everything of the ticket that is due. */
async function deliverAll(ticketId: string): Promise<void> {
  for (const { id } of await mailsOf(ticketId)) await deliverMail(systemCtx(), id);
}
const latestTo = (address: string) => arrived.findLast(({ to }) => to === address);
const reply = (number: number, cc: string[] = []) =>
  replyToTicket(castCtx("sara"), number, compose({ confirmed: true, cc }), { channel: "api" });

/** What a mail of a customer leaves behind, and its message. */
async function mailIn(ticketId: string, messageId: string, authorId: string | null): Promise<void> {
  const inboundId = newId();
  await database().prisma.inboundMail.create({
    data: {
      id: inboundId,
      source: "smtp",
      receivedAt: now(),
      envelopeFrom: "",
      recipients: [],
      size: 1,
      sha256: "",
      messageId,
      threadId: ticketId,
    },
  });
  if (authorId)
    await receiveCustomerMessage(systemCtx(), {
      ticketId,
      authorId,
      inboundId,
      body: { text: "More." },
      channel: "mail",
    });
}

test("a conversation threads for whoever saw all of it, and for who came later", async () => {
  const { ticketId, number } = await openGiulias();
  await mailIn(ticketId, "<first@client.example>", null);
  later(1);
  await reply(number);
  await deliverAll(ticketId);
  const one = latestTo(cast.giulia.email)!.mail;
  expect(one.subject).toBe(`Re: [#${number}] Pump leaks`);
  expect(one.references).toBe("<first@client.example>");
  expect(one.inReplyTo).toBe("<first@client.example>");

  later(2);
  await mailIn(ticketId, "<second@client.example>", cast.giulia.id);
  later(3);
  await reply(number, [cast.hana.email]);
  await deliverAll(ticketId);
  const two = latestTo(cast.giulia.email)!.mail;
  expect(two.subject).toBe(one.subject);
  expect(two.references).toEqual(["<first@client.example>", one.messageId, "<second@client.example>"]);
  expect(two.inReplyTo).toBe("<second@client.example>");
  const joined = latestTo(cast.hana.email)!.mail;
  expect(joined.subject).toBe(one.subject);
  expect(joined.references).toEqual(["<first@client.example>", "<second@client.example>"]);
  expect(joined.messageId).not.toBe(two.messageId);

  later(4);
  await mailIn(ticketId, "<third@client.example>", cast.giulia.id);
  await deliverAll(ticketId);
  const copy = latestTo(cast.hana.email)!.mail;
  expect(copy.references).toEqual([
    "<first@client.example>",
    "<second@client.example>",
    joined.messageId,
    "<third@client.example>",
  ]);
});

test("references stay within their limit: the first mail and the newest of the rest", async () => {
  const { ticketId, number } = await openGiulias();
  for (let i = 0; i < 45; i++) {
    later(i);
    await mailIn(ticketId, `<mail-${i}@client.example>`, null);
  }
  later(50);
  await reply(number);
  await deliverAll(ticketId);
  const references = [latestTo(cast.giulia.email)!.mail.references ?? []].flat();
  expect(references).toHaveLength(20);
  expect(references[0]).toBe("<mail-0@client.example>");
  expect(references.at(-1)).toBe("<mail-44@client.example>");
  expect(
    latestTo(cast.giulia.email)!
      .raw.split("\r\n")
      .every((line) => line.length <= 998),
  ).toBe(true);
});

test("marks stand where they belong: a person's words carry none, copies can be stopped, passed-on words are automatic", async () => {
  const { ticketId, number } = await openGiulias({ participantIds: [cast.hana.id] });
  await reply(number);
  await deliverAll(ticketId);
  const header = (address: string, name: string) => latestTo(address)?.mail.headers.get(name);
  const [giulia, hana] = [cast.giulia.email, cast.hana.email];
  expect(header(giulia, "auto-submitted")).toBeUndefined();
  expect(header(giulia, "list")).toBeUndefined();
  expect(header(hana, "auto-submitted")).toBeUndefined();
  expect(header(hana, "list")).toMatchObject({ unsubscribe: { url: expect.stringContaining("/unsubscribe/") } });
  expect(header(giulia, "content-type")).toMatchObject({ value: "multipart/alternative" });
  expect(latestTo(giulia)!.mail.text).toContain("We are on it.");
  expect(readReplyKey(latestTo(giulia)!.mail.replyTo!.text)).not.toBeNull();
  await receiveCustomerMessage(systemCtx(), {
    ticketId,
    authorId: cast.giulia.id,
    body: { text: "Thanks" },
    channel: "mail",
  });
  await deliverAll(ticketId);
  expect(header(hana, "auto-submitted")).toBe("auto-generated");
});

describe("where an answer comes from", () => {
  const address = (values: object) =>
    addQueueAddress(castCtx("ada"), queueAddressForm.parse({ queueId: queues.repairs.id, ...values }));
  const answered = async (ticketId: string, number: number) => {
    await reply(number);
    await deliverAll(ticketId);
    return latestTo(cast.giulia.email)!.mail;
  };
  beforeAll(async () => {
    const { prisma } = database();
    await prisma.person.update({
      where: { id: cast.sara.id },
      data: { signature: "{{agent.name}} · {{company.phone}}" },
    });
    const company = { name: "Northwind", phone: "+39 011 555 0100" };
    await prisma.setting.create({ data: { key: "company", value: company, updatedAt: new Date() } });
    await changeQueue(castCtx("ada"), queues.repairs.id, {
      signature: "{{queue.name}} at {{company.name}}\n{{company.email}}",
    });
    await changeQueue(castCtx("ada"), queues.billing.id, { signature: "{{queue.name}}" });
  });

  test("the address that was written to, with its own signature, while it belongs to the queue", async () => {
    await address({ address: "returns@northwind.example", name: "Returns", signature: "Returns, {{company.name}}" });
    const { ticketId, number } = await openGiulias({ addresses: ["returns@northwind.example"] });
    const mail = await answered(ticketId, number);
    expect(mail.from?.value[0]).toMatchObject({ address: "returns@northwind.example", name: "Returns" });
    expect(mail.text).toContain("-- \nSara Bianchi · +39 011 555 0100\nReturns, Northwind\n");

    await changeTicket(castCtx("sara"), number, { queueId: queues.billing.id });
    const moved = await answered(ticketId, number);
    expect(moved.from?.value[0]).toMatchObject({ address: queues.billing.address });
    expect(moved.text).toContain("-- \nSara Bianchi · +39 011 555 0100\nBilling\n");
  });

  test("the queue's own for a pattern, and for what came otherwise; a line with nothing to say is left out", async () => {
    await address({ address: "*+returns@northwind.example", name: "Tagged" });
    for (const addresses of [["*+returns@northwind.example"], []]) {
      const { ticketId, number } = await openGiulias({ addresses });
      const mail = await answered(ticketId, number);
      expect(mail.from?.value[0]?.address).toBe(queues.repairs.address);
      expect(mail.text).toContain("-- \nSara Bianchi · +39 011 555 0100\nRepairs at Northwind\n\n");
    }
  });

  test("what a ticket starts with follows the address, and gives way to what somebody chose", async () => {
    const address = "urgent@northwind.example";
    await addQueueAddress(
      castCtx("ada"),
      queueAddressForm.parse({ queueId: queues.repairs.id, address, priority: "urgent", tags: "line", locale: "ro" }),
    );
    const { prisma } = database();
    const open = async (over: object) => {
      const { ticketId } = await openGiulias({ addresses: [address], ...over });
      const ticket = await prisma.ticket.findUniqueOrThrow({
        where: { id: ticketId },
        include: { tags: { include: { tag: true } } },
      });
      return { ...ticket, tags: ticket.tags.map(({ tag }) => tag.name).toSorted() };
    };
    await prisma.person.update({ where: { id: cast.paolo.id }, data: { locale: null } });
    expect(await open({ requesterId: cast.paolo.id })).toMatchObject({
      priority: "urgent",
      tags: ["line"],
      locale: "ro",
      address,
    });
    expect(await open({ priority: "low", tags: ["mine"], locale: "ru" })).toMatchObject({
      priority: "low",
      tags: ["line", "mine"],
      locale: "ru",
    });
    expect(await open({})).toMatchObject({ locale: "it" });
  });
});

test("each recipient's delivery stands on the message: taken, put off, refused; and is tried again", async () => {
  const { ticketId, number } = await openGiulias({ participantIds: [cast.hana.id, cast.paolo.id] });
  refusals[cast.hana.email] = { code: 451, text: "4.7.1 Greylisted, try again later" };
  refusals[cast.paolo.email] = { code: 550, text: "5.1.1 No such user" };
  await reply(number);
  await deliverAll(ticketId);
  const deliveries = async () => {
    const { timeline } = await getTicketForDesk(castCtx("sara"), number);
    const messages = timeline.flatMap((item) => (item.kind === "message" ? [item] : []));
    return Object.fromEntries(
      (messages.find((message) => message.deliveries.length)?.deliveries ?? []).map((one) => [one.recipient, one]),
    );
  };
  expect(await deliveries()).toMatchObject({
    [cast.giulia.email]: { state: "sent" },
    [cast.hana.email]: { state: "deferred", nextTryAt: expect.anything() },
    [cast.paolo.email]: { state: "bounced", reason: "userunknown" },
  });
  delete refusals[cast.paolo.email];
  const bounced = (await mailsOf(ticketId)).find(({ recipient }) => recipient === cast.paolo.email)!;
  await resendToRecipient(castCtx("sara"), number, bounced.id);
  await deliverAll(ticketId);
  expect(await deliveries()).toMatchObject({
    [cast.hana.email]: { state: "deferred" },
    [cast.paolo.email]: { state: "sent" },
  });
  expect(arrived.filter(({ to }) => to === cast.giulia.email)).toHaveLength(1);
});

test("a hard bounce keeps the address from mail for fourteen days, unless lifted; a soft one never does", async () => {
  const { ticketId, number } = await openGiulias({ participantIds: [cast.hana.id] });
  refusals[cast.hana.email] = { code: 451, text: "4.7.1 Greylisted, try again later" };
  refusals[cast.giulia.email] = { code: 550, text: "5.1.1 No such user" };
  let minute = 0;
  const write = async () => {
    later((minute += 1));
    await reply(number);
    await deliverAll(ticketId);
  };
  const banner = async () => (await getTicketForDesk(castCtx("sara"), number)).suppressed;
  const states = async (address: string) =>
    (await mailsOf(ticketId)).flatMap(({ recipient, state }) => (recipient === address ? [state] : []));
  await write();
  expect(await banner()).toMatchObject([
    { address: cast.giulia.email, reason: "userunknown", until: new Date(now().getTime() + 14 * 86_400_000) },
  ]);
  delete refusals[cast.giulia.email];
  await write();
  expect(await states(cast.giulia.email)).toEqual(["bounced", "suppressed"]);
  expect(await states(cast.hana.email)).toEqual(["deferred", "deferred"]);
  await liftRecipientSuppression(castCtx("elena"), number, cast.giulia.email);
  expect(await banner()).toEqual([]);
  await write();
  expect(await states(cast.giulia.email)).toEqual(["bounced", "suppressed", "sent"]);

  // It ends by itself, too.
  await suppressAddress(systemCtx(), cast.giulia.email, "userunknown");
  minute += 14 * 24 * 60;
  await write();
  expect((await states(cast.giulia.email)).at(-1)).toBe("sent");
});

test("an answer to a suppressed address can be taken back, and what is then sent says who got nothing", async () => {
  const { ticketId, number } = await openGiulias({ participantIds: [cast.paolo.id] });
  await suppressAddress(systemCtx(), cast.giulia.email, "userunknown");
  const send = () => replyToTicket(castCtx("sara"), number, compose({ confirmed: true }));
  const undone = await send();
  await undoReply(castCtx("sara"), undone.replyId!);
  expect(await mailsOf(ticketId)).toEqual([]);
  const sent = await send();
  later(1);
  await releaseReply(systemCtx(), sent.replyId!);
  await deliverAll(ticketId);
  expect(Object.fromEntries((await mailsOf(ticketId)).map(({ recipient, state }) => [recipient, state]))).toEqual({
    [cast.giulia.email]: "suppressed",
    [cast.paolo.email]: "sent",
  });
  await expect(undoReply(castCtx("sara"), sent.replyId!)).rejects.toMatchObject({ code: "tickets:error.alreadySent" });
  const told = await database().prisma.event.findMany({ where: { ticketId, type: "ticket.mail_suppressed" } });
  expect(told).toMatchObject([{ data: { recipient: cast.giulia.id, reason: "userunknown", template: "reply" } }]);
});
