import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newId } from "~/lib/id";
import { isNever } from "~/lib/never";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { forgetSettings } from "~/platform/settings.server";
import { cast, castCtx } from "#tests/support/cast";
import {
  at,
  compose,
  countStatements,
  eventsOf,
  mailsOf,
  now,
  openGiulias,
  race,
  readTicket,
} from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { closeSolvedTickets } from "./close-solved-tickets.server";
import { deleteTicket } from "./delete-ticket.server";
import { getTicketForPortal } from "./get-ticket-for-portal.server";
import { mergeTickets } from "./merge-tickets.server";
import { moveTicket } from "./move-ticket.server";
import { receiveCustomerMessage, type CustomerMessage } from "./receive-customer-message.server";
import { replyAsCustomer } from "./reply-as-customer.server";
import { replyToTicket } from "./reply-to-ticket.server";
import { customerReplyForm } from "./schema";

useDatabase();
let thaw: () => void;
const later = (minutes: number) => {
  thaw();
  thaw = at(minutes);
};
beforeEach(() => void (thaw = at(0)));
afterEach(() => thaw());

const receive = (ticketId: string, over: Partial<CustomerMessage> = {}) =>
  receiveCustomerMessage(systemCtx(), {
    ticketId,
    authorId: cast.giulia.id,
    body: { text: "Still leaking." },
    channel: "mail",
    ...over,
  });
const answer = (number: number) =>
  replyToTicket(castCtx("sara"), number, compose({ confirmed: true }), { channel: "api" });

describe("an open ticket", () => {
  test("takes the message; the first unanswered one keeps the clock", async () => {
    const { ticketId } = await openGiulias();
    const start = now();
    later(5);
    expect(await receive(ticketId)).toMatchObject({ outcome: "joined", ticketId });
    expect(await readTicket(ticketId)).toMatchObject({
      state: "new",
      waitingSince: start,
      lastCustomerAt: now(),
      activityAt: now(),
      publicAt: now(),
      messageCount: 2,
      snippet: "Still leaking.",
    });
  });

  test("that was answered goes back to open and waits anew", async () => {
    const { ticketId, number } = await openGiulias();
    later(5);
    await answer(number);
    later(10);
    await receive(ticketId);
    expect(await readTicket(ticketId)).toMatchObject({ state: "open", waitingSince: now(), reopenCount: 0 });
    expect((await eventsOf(ticketId)).at(-1)).toMatchObject({
      type: "ticket.state_changed",
      data: { from: "waiting_customer", to: "open", cause: "customer" },
    });
  });

  test("wakes from its snooze", async () => {
    const { ticketId, number } = await openGiulias();
    await moveTicket(castCtx("sara"), number, { to: "snoozed", until: new Date(now().getTime() + 3_600_000) });
    later(5);
    await receive(ticketId);
    expect(await readTicket(ticketId)).toMatchObject({ state: "open" });
    expect(await database().prisma.snooze.count({ where: { ticketId } })).toBe(0);
  });

  test("automatic mail is kept and moves nothing", async () => {
    const { ticketId, number } = await openGiulias({ participantIds: [cast.paolo.id] });
    later(5);
    await answer(number);
    const before = await readTicket(ticketId);
    const mails = (await mailsOf(ticketId)).length;
    later(10);
    await receive(ticketId, { automatic: true });
    const after = await readTicket(ticketId);
    expect(after).toMatchObject({ state: "waiting_customer", snippet: before.snippet, messageCount: 3 });
    expect(isNever(after.waitingSince)).toBe(true);
    expect(after.lastCustomerAt).toEqual(before.lastCustomerAt);
    expect((await mailsOf(ticketId)).length).toBe(mails);
  });
});

describe("participants", () => {
  test("hear of each other's words by mail, the author and the muted do not", async () => {
    const { ticketId } = await openGiulias({ participantIds: [cast.paolo.id, cast.hana.id] });
    await database().prisma.ticketParticipant.updateMany({
      where: { ticketId, personId: cast.hana.id },
      data: { mutedAt: now() },
    });
    await receive(ticketId, { authorId: cast.paolo.id });
    expect(await mailsOf(ticketId)).toMatchObject([
      {
        template: "participant-message",
        recipient: cast.giulia.email,
        fromAddress: "support@northwind.example",
        autoSubmitted: "auto-generated",
        props: { side: "customer", author: "Paolo Ferri", text: "Still leaking." },
      },
    ]);
  });

  test("whom the mail itself reached gets no second copy", async () => {
    const { ticketId } = await openGiulias({ participantIds: [cast.paolo.id, cast.hana.id] });
    const addressees = { to: [], cc: [{ name: "Hana", address: "Hana@Tanaka.example" }] };
    await receive(ticketId, { channel: "mail", addressees });
    expect((await mailsOf(ticketId)).map((m) => m.recipient)).toEqual([cast.paolo.email]);
  });

  test("who reads on the portal only gets no mail", async () => {
    const { ticketId } = await openGiulias({ participantIds: [cast.paolo.id, cast.hana.id] });
    const choice = { personId: cast.paolo.id, kind: "reply" } as const;
    await database().prisma.notificationPreference.create({ data: { ...choice, mail: false } });
    await receive(ticketId);
    await database().prisma.notificationPreference.deleteMany();
    expect((await mailsOf(ticketId)).map((m) => m.recipient)).toEqual([cast.hana.email]);
  });

  test("who writes by sharing takes part from then on, and so does who is in Cc", async () => {
    const { ticketId } = await openGiulias({ requesterId: cast.paolo.id });
    await receive(ticketId, { authorId: cast.giulia.id, participantIds: [cast.hana.id, cast.paolo.id, cast.sara.id] });
    const { participants } = await readTicket(ticketId);
    expect(participants.map((p) => p.personId).sort()).toEqual([cast.giulia.id, cast.hana.id].sort());
    expect((await eventsOf(ticketId)).filter((e) => e.type === "ticket.participant_added")).toHaveLength(2);
  });

  test("a mail that the address's suppression swallows is recorded", async () => {
    const { ticketId } = await openGiulias({ participantIds: [cast.hana.id] });
    await database().prisma.suppression.create({
      data: { address: cast.hana.email, reason: "unknown_user", since: now(), until: new Date("2027-01-01") },
    });
    await receive(ticketId);
    await database().prisma.suppression.deleteMany();
    expect((await eventsOf(ticketId)).filter((e) => e.type === "ticket.mail_suppressed")).toMatchObject([
      { data: { template: "participant-message", reason: "unknown_user", recipient: cast.hana.id } },
    ]);
  });
});

describe("a ticket that is done", () => {
  const solved = async () => {
    const opened = await openGiulias();
    await moveTicket(castCtx("sara"), opened.number, { to: "solved" });
    return opened;
  };
  const closed = async () => {
    const opened = await solved();
    await moveTicket(castCtx("sara"), opened.number, { to: "closed" });
    return opened;
  };

  test("solved reopens and counts it", async () => {
    const { ticketId } = await solved();
    later(5);
    await receive(ticketId);
    expect(await readTicket(ticketId)).toMatchObject({
      state: "open",
      reopenCount: 1,
      solvedAt: null,
      waitingSince: now(),
    });
  });

  test("solved stays so for automatic mail, and after five reopenings by mail in an hour", async () => {
    const { ticketId, number } = await solved();
    await receive(ticketId, { automatic: true });
    expect(await readTicket(ticketId)).toMatchObject({ state: "solved" });
    for (let i = 0; i < 5; i++) {
      await receive(ticketId);
      expect(await readTicket(ticketId)).toMatchObject({ state: "open" });
      await moveTicket(castCtx("sara"), number, { to: "solved" });
    }
    await receive(ticketId);
    expect(await readTicket(ticketId)).toMatchObject({ state: "solved" });
    expect(await database().prisma.ticketBanner.findMany({ where: { ticketId } })).toMatchObject([
      { code: "limit_reached" },
    ]);
    await replyAsCustomer(castCtx("giulia"), number, customerReplyForm.parse({ text: "By hand" }));
    expect(await readTicket(ticketId)).toMatchObject({ state: "open" });
  });

  test("closed opens a linked follow-up with the same people", async () => {
    const old = await closed();
    await database().prisma.ticketParticipant.create({
      data: { ticketId: old.ticketId, personId: cast.hana.id, addedAt: now() },
    });
    const result = await receive(old.ticketId, { authorId: cast.hana.id, inboundId: newId() });
    expect(result.outcome).toBe("follow_up");
    expect(result.number).not.toBe(old.number);
    expect(await readTicket(result.ticketId)).toMatchObject({
      state: "new",
      subject: "Pump leaks",
      requesterId: cast.giulia.id,
      participants: [{ personId: cast.hana.id }],
    });
    expect(await database().prisma.ticketLink.findMany({ where: { fromId: result.ticketId } })).toMatchObject([
      { toId: old.ticketId, kind: "follow_up" },
    ]);
    expect(await readTicket(old.ticketId)).toMatchObject({ state: "closed", messageCount: 1 });
    const followUp = await database().prisma.message.findUniqueOrThrow({ where: { id: result.messageId } });
    expect(followUp.authorId).toBe(cast.hana.id);
  });

  test("closed takes automatic mail without a follow-up", async () => {
    const old = await closed();
    expect(await receive(old.ticketId, { automatic: true })).toMatchObject({ outcome: "joined", number: old.number });
    expect(await readTicket(old.ticketId)).toMatchObject({ state: "closed", messageCount: 2 });
  });

  test("deleted opens a new, unlinked one for the author; gone for good is 404", async () => {
    const old = await openGiulias();
    await deleteTicket(castCtx("sara"), old.number);
    const result = await receive(old.ticketId);
    expect(result.outcome).toBe("new");
    expect(await database().prisma.ticketLink.count({ where: { fromId: result.ticketId } })).toBe(0);
    await expect(receive(newId())).rejects.toMatchObject({ kind: "not_found" });
  });

  test("merged lands in the target at the end of the chain", async () => {
    const [a, b, c] = [await openGiulias(), await openGiulias(), await openGiulias()];
    await mergeTickets(castCtx("sara"), a.number, b.number);
    await mergeTickets(castCtx("sara"), b.number, c.number);
    expect(await receive(a.ticketId)).toMatchObject({ outcome: "joined", ticketId: c.ticketId });
  });
});

describe("what a closed ticket does with a customer's words is the mail settings' to say", () => {
  type Policy = { closedTickets: "follow_up" | "reopen" | "reopen_within"; reopenDays?: number };
  const policy = (value: Policy) =>
    database().prisma.setting.upsert({
      where: { key: "mail" },
      create: { key: "mail", value, updatedAt: now() },
      update: { value },
    });
  afterEach(async () => {
    await database().prisma.setting.deleteMany({ where: { key: "mail" } });
    forgetSettings();
  });
  const closedAgo = async (days: number) => {
    later(-days * 24 * 60);
    const opened = await openGiulias({ addresses: ["support@northwind.example"] });
    await moveTicket(castCtx("sara"), opened.number, { to: "solved" });
    await moveTicket(castCtx("sara"), opened.number, { to: "closed" });
    later(0);
    return opened;
  };
  const byMail = ({ ticketId }: { ticketId: string }) => receive(ticketId, { inboundId: newId() });
  const onPortal = ({ number }: { number: number }) =>
    replyAsCustomer(castCtx("giulia"), number, customerReplyForm.parse({ text: "Still leaking." }));

  describe.each([
    ["by mail", byMail],
    ["on the portal", onPortal],
  ] as const)("%s", (_way, write) => {
    test("a follow-up opens, however short ago", async () => {
      await policy({ closedTickets: "follow_up" });
      const old = await closedAgo(0);
      const result = await write(old);
      expect(result.outcome).toBe("follow_up");
      expect(await readTicket(result.ticketId)).toMatchObject({ state: "new", address: "support@northwind.example" });
      expect(await readTicket(old.ticketId)).toMatchObject({ state: "closed", messageCount: 1 });
    });

    test("the ticket comes back, however long ago, and says so in its history", async () => {
      await policy({ closedTickets: "reopen" });
      const old = await closedAgo(400);
      expect(await write(old)).toMatchObject({ outcome: "joined", ticketId: old.ticketId, number: old.number });
      expect(await readTicket(old.ticketId)).toMatchObject({
        state: "open",
        closedAt: null,
        solvedAt: null,
        reopenCount: 1,
        waitingSince: now(),
        messageCount: 2,
      });
      const events = await eventsOf(old.ticketId);
      expect(events.find(({ type }) => type === "ticket.customer_replied")?.data).toMatchObject({ reopened: true });
      expect(events.at(-1)).toMatchObject({ type: "ticket.state_changed", data: { from: "closed", to: "open" } });
    });

    test("the ticket comes back within the days, and a follow-up opens after them", async () => {
      await policy({ closedTickets: "reopen_within", reopenDays: 30 });
      expect(await write(await closedAgo(30))).toMatchObject({ outcome: "joined" });
      expect(await write(await closedAgo(30.001))).toMatchObject({ outcome: "follow_up" });
    });

    test("the portal says which before anything is written", async () => {
      await policy({ closedTickets: "reopen_within", reopenDays: 30 });
      const [young, old] = [await closedAgo(29), await closedAgo(31)];
      forgetSettings();
      expect(await getTicketForPortal(castCtx("giulia"), young.number)).toMatchObject({ followsUp: false });
      expect(await getTicketForPortal(castCtx("giulia"), old.number)).toMatchObject({ followsUp: true });
    });
  });

  test("automatic mail brings nothing back, and by mail a ticket comes back five times in an hour", async () => {
    await policy({ closedTickets: "reopen" });
    const old = await closedAgo(1);
    await receive(old.ticketId, { automatic: true });
    expect(await readTicket(old.ticketId)).toMatchObject({ state: "closed" });
    for (let i = 0; i < 5; i++) {
      await byMail(old);
      expect(await readTicket(old.ticketId)).toMatchObject({ state: "open" });
      await moveTicket(castCtx("sara"), old.number, { to: "closed" });
    }
    await byMail(old);
    expect(await readTicket(old.ticketId)).toMatchObject({ state: "closed", messageCount: 8 });
  });
});

describe("on the portal", () => {
  test("another organization's ticket is 404, a deleted one too", async () => {
    const { number } = await openGiulias();
    const form = customerReplyForm.parse({ text: "Hello" });
    await expect(replyAsCustomer(castCtx("hana"), number, form)).rejects.toMatchObject({ kind: "not_found" });
    await deleteTicket(castCtx("sara"), number);
    await expect(replyAsCustomer(castCtx("giulia"), number, form)).rejects.toMatchObject({ kind: "not_found" });
  });

  test("the same form from two tabs at once is one message", async () => {
    const { ticketId, number } = await openGiulias();
    const form = customerReplyForm.parse({ formId: newId(), text: "Twice" });
    const results = await race(...[1, 2, 3, 4].map(() => () => replyAsCustomer(castCtx("giulia"), number, form)));
    expect(results.every((r) => r.status === "fulfilled")).toBe(true);
    expect(await database().prisma.message.count({ where: { ticketId, text: "Twice" } })).toBe(1);
    expect(await readTicket(ticketId)).toMatchObject({ messageCount: 2 });
  });

  test("the same form on a closed ticket opens one follow-up", async () => {
    const { ticketId, number } = await openGiulias();
    await moveTicket(castCtx("sara"), number, { to: "closed" });
    const form = customerReplyForm.parse({ formId: newId(), text: "Again" });
    const results = await race(...[1, 2, 3].map(() => () => replyAsCustomer(castCtx("giulia"), number, form)));
    const numbers = results.map((r) => (r.status === "fulfilled" ? r.value.number : r.reason));
    expect(new Set(numbers).size).toBe(1);
    expect(await database().prisma.ticketLink.count({ where: { toId: ticketId } })).toBe(1);
  });
});

test("closing by the timer against a customer's mail: joined or followed up, never lost in a closed ticket", async () => {
  for (let i = 0; i < 12; i++) {
    later(-60 * 24 * 30);
    const { ticketId, number } = await openGiulias();
    await moveTicket(castCtx("sara"), number, { to: "solved" });
    later(i);
    const [closing, receiving] = await race<unknown>(
      () => closeSolvedTickets(systemCtx()),
      () => receive(ticketId),
    );
    expect([closing?.status, receiving?.status]).toEqual(["fulfilled", "fulfilled"]);
    const ticket = await readTicket(ticketId);
    const followUps = await database().prisma.ticketLink.count({ where: { toId: ticketId } });
    expect(ticket.state === "closed" ? followUps : 0).toBe(ticket.state === "closed" ? 1 : 0);
    expect(ticket.state === "open" ? ticket.messageCount : 2).toBe(2);
  }
});

test("merging against a customer's mail: the message is in the target or moved before", async () => {
  for (let i = 0; i < 12; i++) {
    const [a, b] = [await openGiulias(), await openGiulias()];
    const [merging, receiving] = await race<unknown>(
      () => mergeTickets(castCtx("sara"), a.number, b.number),
      () => receive(a.ticketId),
    );
    expect([merging?.status, receiving?.status]).toEqual(["fulfilled", "fulfilled"]);
    const counts = [await readTicket(a.ticketId), await readTicket(b.ticketId)].map((t) => t.messageCount);
    expect(counts.reduce((sum, n) => sum + n)).toBe(3);
    const followUps = await database().prisma.ticketLink.count({ where: { toId: a.ticketId } });
    expect(followUps).toBe(0);
  }
});

test("a mail takes few statements", async () => {
  const { ticketId } = await openGiulias();
  await receive(ticketId);
  const { statements } = await countStatements(() => receive(ticketId, { inboundId: newId() }));
  expect(statements.length).toBeLessThanOrEqual(11);
  const solvedTicket = await openGiulias();
  await moveTicket(castCtx("sara"), solvedTicket.number, { to: "solved" });
  const reopening = await countStatements(() => receive(solvedTicket.ticketId));
  expect(reopening.statements.length).toBeLessThanOrEqual(14);
});
