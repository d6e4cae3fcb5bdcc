import { describe, expect, test } from "vitest";
import { cast, queues } from "#tests/support/cast";
import { mail, onlyTicket, receiverPort, take, tickets, useMailReceiver } from "#tests/support/mail-by-smtp";
import { sendMail, workMail } from "#tests/support/mailroom";
import { useDatabase } from "#tests/support/use-database";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { processMail } from "./process-mail.server";

useDatabase();
useMailReceiver();
const SUPPORT = queues.repairs.address;
const db = () => database().prisma;

describe("a customer's first mail", () => {
  test("opens one ticket in the address's queue, in the language of the sender, with all it brought", async () => {
    const inbound = await take({
      from: `"Nuovo Cliente" <nuovo@cliente.example>`,
      to: [`"Assistenza" <${SUPPORT}>`, "collega@cliente.example"],
      cc: ["hana@tanaka.example", "sara@northwind.example", "no-reply@shop.example"],
      attachments: [{ filename: "foto.pdf", content: Buffer.from("%PDF-1.4 x") }],
    });
    const ticket = await onlyTicket();
    expect(ticket).toMatchObject({
      subject: "La pompa perde",
      queueId: queues.repairs.id,
      state: "new",
      channel: "mail",
      locale: "it",
      messageCount: 1,
    });
    const [message] = ticket.messages;
    expect(message).toMatchObject({ kind: "public", side: "customer", rule: null, automatic: false, marked: false });
    expect(message!.text).toContain("la pompa perde acqua");
    expect(message!.attachments).toMatchObject([{ name: "foto.pdf", type: "application/pdf" }]);
    expect(message!.addressees).toMatchObject({ to: [{ name: "Assistenza" }, {}], cc: [{}, {}, {}] });
    const requester = await db().person.findUniqueOrThrow({
      where: { id: ticket.requesterId },
      include: { addresses: true },
    });
    expect(requester).toMatchObject({ name: "Nuovo Cliente", role: "customer", addresses: [{ verifiedAt: null }] });
    const people = await db().emailAddress.findMany({
      where: { personId: { in: ticket.participants.map((p) => p.personId) } },
    });
    expect(people.map((p) => p.address).sort()).toEqual(["collega@cliente.example", "hana@tanaka.example"]);
    expect(inbound).toMatchObject({
      stage: "done",
      outcome: "opened",
      threadId: ticket.id,
      entryId: message!.id,
      attempts: 1,
    });
  });

  test("a second run of its job changes nothing", async () => {
    const inbound = await take();
    await processMail(systemCtx(), inbound.id);
    expect((await onlyTicket()).messages).toHaveLength(1);
  });

  test("an unreadable language takes the queue's", async () => {
    await take({
      from: "x@y.example",
      subject: "Hilfe",
      text: "Guten Tag, der Drucker geht seit gestern gar nicht mehr.",
    });
    expect((await onlyTicket()).locale).toBe("en");
  });

  test("a web form that writes from no-reply speaks for its Reply-To", async () => {
    await take({ from: "no-reply@shop.example", replyTo: cast.hana.email });
    await take({ from: SUPPORT, replyTo: cast.giulia.email });
    expect((await tickets()).map((t) => t.requesterId)).toEqual([cast.hana.id, cast.giulia.id]);
  });
});

describe("after a crash", () => {
  test("between reading and filing, the next run goes on and the mail is one message", async () => {
    await sendMail(receiverPort(), mail({ attachments: [{ filename: "a.txt", content: "x" }] }));
    const [row] = await db().inboundMail.findMany();
    await db().inboundMail.update({ where: { id: row!.id }, data: { stage: "read", attempts: 7 } });
    await workMail();
    expect((await onlyTicket()).messages).toHaveLength(1);
  });

  test("reading that ended the process six times sets the mail aside, before an agent", async () => {
    await sendMail(receiverPort(), mail());
    await db().inboundMail.updateMany({ data: { attempts: 6 } });
    await workMail();
    expect((await onlyTicket()).banners).toMatchObject([{ code: "unreadable_mail", data: { reason: "crashed" } }]);
  });

  test("a mail that cannot be filed for long comes to an agent as it is", async () => {
    await sendMail(receiverPort(), mail());
    await db().inboundMail.updateMany({ data: { stage: "read", attempts: 8, error: "the reason" } });
    await workMail();
    expect((await onlyTicket()).banners).toMatchObject([{ code: "unreadable_mail", data: { reason: "the reason" } }]);
  });

  test("an error on the way is kept with the mail, and the next run files it", async () => {
    await sendMail(receiverPort(), mail());
    await db().$executeRaw`alter table ticket rename to ticket_away`;
    await workMail();
    await db().$executeRaw`alter table ticket_away rename to ticket`;
    expect((await db().inboundMail.findMany())[0]).toMatchObject({ stage: "read", attempts: 1 });
    expect((await db().inboundMail.findMany())[0]!.error).toBeTruthy();
    await database().pool.query("update graphile_worker._private_jobs set run_at = now()");
    await workMail();
    expect((await onlyTicket()).messages).toHaveLength(1);
  });
});
