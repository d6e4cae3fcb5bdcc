import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newId } from "~/lib/id";
import { isNever } from "~/lib/never";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { cast, castCtx, queues, requestTypes } from "#tests/support/cast";
import { at, countStatements, eventsOf, mailsOf, openGiulias, race, readTicket } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { openOwnTicket } from "./open-own-ticket.server";
import { openTicketForCustomer } from "./open-ticket-for-customer.server";
import { openTicket } from "./open-ticket.server";
import { openForCustomerForm, openTicketForm } from "./schema";

useDatabase();
let thaw: () => void;
beforeEach(() => void (thaw = at(0)));
afterEach(() => thaw());

describe("a customer's ticket", () => {
  test("takes organization and language from the requester and starts to wait", async () => {
    const opened = await openGiulias();
    const ticket = await readTicket(opened.ticketId);
    expect(ticket).toMatchObject({
      state: "new",
      locale: "it",
      organizationId: "00000000-0000-7000-8000-000000000101",
      priority: "normal",
      messageCount: 1,
      snippet: "The pump leaks since this morning.",
      firstReplyAt: null,
      lastAgentAt: null,
    });
    expect(ticket.waitingSince).toEqual(ticket.createdAt);
    expect(ticket.lastCustomerAt).toEqual(ticket.createdAt);
    expect(await eventsOf(opened.ticketId)).toMatchObject([
      { type: "ticket.opened", data: { channel: "mail", messageId: opened.messageId, automatic: false } },
    ]);
  });

  test("by request type goes to the type's queue with its priority", async () => {
    const form = openTicketForm.parse({ subject: "Wrong sum", text: "See line 3", typeId: requestTypes.damaged.id });
    const { ticketId } = await openOwnTicket(castCtx("hana"), form);
    expect(await readTicket(ticketId)).toMatchObject({
      queueId: queues.repairs.id,
      priority: "high",
      channel: "portal",
    });
  });

  test("without queue and type goes to the first queue", async () => {
    const { ticketId } = await openGiulias({ queueId: null });
    expect(await readTicket(ticketId)).toMatchObject({ queueId: queues.repairs.id });
  });

  test("brings colleagues in Cc, but neither staff, ourselves nor the requester", async () => {
    const cc = [
      "p.ferri@marchetti.example",
      "sara@northwind.example",
      "support@northwind.example",
      "giulia@marchetti.example",
    ];
    const form = openTicketForm.parse({ subject: "Pump", text: "Leaks", cc: cc.join(", ") });
    const { ticketId } = await openOwnTicket(castCtx("giulia"), form);
    expect((await readTicket(ticketId)).participants.map((p) => p.personId)).toEqual([cast.paolo.id]);
  });

  test("is refused for somebody else and for strangers", async () => {
    await expect(async () => openGiulias({}, castCtx("paolo"))).rejects.toMatchObject({ kind: "forbidden" });
    const anonymous = systemCtx({ actor: { kind: "anonymous" } });
    await expect(async () => openGiulias({}, anonymous)).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("keeps odd text: no subject, NUL, broken surrogates, 100,000 characters", async () => {
    const text = `a\u0000b\ud800 ${"x".repeat(100_000)}`;
    const { ticketId, messageId } = await openGiulias({ subject: " \n\t", body: { text } });
    expect((await readTicket(ticketId)).subject).toBe("—");
    const message = await database().prisma.message.findUniqueOrThrow({ where: { id: messageId } });
    expect(message.text.length).toBe(100_004);
  });

  test("arrives when it reached us, never later than now", async () => {
    const sentAt = new Date("2026-11-20T10:00:00Z");
    const early = await readTicket((await openGiulias({ sentAt })).ticketId);
    expect(early.waitingSince).toEqual(sentAt);
    const late = await readTicket((await openGiulias({ sentAt: new Date("2099-01-01") })).ticketId);
    expect(late.waitingSince).toEqual(late.createdAt);
  });
});

describe("a double click", () => {
  test("opens one ticket, also when both arrive at once", async () => {
    const form = openTicketForm.parse({ formId: newId(), subject: "Twice", text: "Once" });
    const results = await race(...Array.from({ length: 6 }, () => () => openOwnTicket(castCtx("giulia"), form)));
    const values = results.map((r) => (r.status === "fulfilled" ? r.value : r.reason));
    expect(new Set(values.map((v) => v.ticketId)).size).toBe(1);
    expect(values.filter((v) => v.created)).toHaveLength(1);
    expect(await database().prisma.ticket.count({ where: { subject: "Twice" } })).toBe(1);
  });

  test("with another person's form id reveals nothing", async () => {
    const formId = newId();
    await openOwnTicket(castCtx("giulia"), openTicketForm.parse({ formId, subject: "Mine", text: "Mine" }));
    const theirs = openTicketForm.parse({ formId, subject: "Theirs", text: "Theirs" });
    await expect(openOwnTicket(castCtx("hana"), theirs)).rejects.toMatchObject({ kind: "conflict" });
  });

  test("of a mail is one ticket", async () => {
    const inboundId = newId();
    const first = await openGiulias({ inboundId });
    expect(await openGiulias({ inboundId })).toEqual({ ...first, created: false });
  });
});

describe("an agent opens a ticket", () => {
  const form = (over: object) =>
    openForCustomerForm.parse({
      email: "New.Person@Tanaka.example",
      name: "Ken",
      queueId: queues.repairs.id,
      subject: "Visit",
      text: "We come on Monday.",
      tags: ["  On Site ", "on site", "URGENT"],
      ...over,
    });

  test("publicly: mails the customer, who is made known, and counts as the first reply", async () => {
    const { ticketId, number } = await openTicketForCustomer(castCtx("sara"), form({ kind: "public" }));
    const ticket = await readTicket(ticketId);
    expect(ticket).toMatchObject({ state: "waiting_customer", channel: "agent", firstReplyAt: ticket.createdAt });
    expect(isNever(ticket.waitingSince)).toBe(true);
    const [mail, ...others] = await mailsOf(ticketId);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      template: "reply",
      recipient: "new.person@tanaka.example",
      fromAddress: "support@northwind.example",
      props: { number, author: "Sara Bianchi", text: "We come on Monday." },
      autoSubmitted: null,
    });
    const tags = await database().prisma.ticketTag.findMany({ where: { ticketId }, select: { tag: true } });
    expect(tags.map(({ tag }) => tag.name).sort()).toEqual(["on site", "urgent"]);
  });

  test("as a note: nobody is mailed, and the customer waits", async () => {
    const { ticketId } = await openTicketForCustomer(castCtx("sara"), form({ kind: "note" }));
    const ticket = await readTicket(ticketId);
    expect(ticket).toMatchObject({ state: "new", snippet: "", firstReplyAt: null, lastCustomerAt: null });
    expect(ticket.waitingSince).toEqual(ticket.createdAt);
    expect(await mailsOf(ticketId)).toEqual([]);
  });
});

test("links, banners and an assignee are recorded", async () => {
  const first = await openGiulias();
  const { ticketId } = await openGiulias({
    links: [{ toId: first.ticketId, kind: "unknown_sender" }],
    banners: [{ code: "unknown_sender", data: { number: first.number } }],
    assigneeId: cast.elena.id,
  });
  expect((await eventsOf(ticketId)).map((e) => e.type).sort()).toEqual([
    "ticket.assigned",
    "ticket.linked",
    "ticket.opened",
  ]);
  expect(await database().prisma.ticketBanner.count({ where: { ticketId } })).toBe(1);
});

test("a mail's ticket takes few statements", async () => {
  await openGiulias();
  const { statements } = await countStatements(() =>
    openTicket(systemCtx(), {
      requesterId: cast.giulia.id,
      subject: "Pump",
      body: { text: "Leaks" },
      channel: "mail",
      queueId: queues.repairs.id,
      inboundId: newId(),
    }),
  );
  expect(statements.length).toBeLessThanOrEqual(12);
});
