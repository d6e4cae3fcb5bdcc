import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cast, castCtx } from "#tests/support/cast";
import { archivePolicies, simpleRules, storyTime, writePolicy } from "#tests/support/sla-stories";
import { countStatements } from "#tests/support/statements";
import { at, compose, openGiulias } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { systemCtx } from "~/platform/ctx.server";
import { changeTicket } from "./change-ticket.server";
import { explainClock } from "./explain-clock.server";
import { findBreachAtOnce } from "./find-breach-at-once.server";
import { getClocks } from "./get-clocks.server";
import { getTicketForApi } from "./get-ticket-for-api.server";
import { getTicketForPortal } from "./get-ticket-for-portal.server";
import { listPortalTickets } from "./list-portal-tickets.server";
import { listQueue } from "./list-queue.server";
import { moveTicket } from "./move-ticket.server";
import { receiveCustomerMessage } from "./receive-customer-message.server";
import { replyToTicket } from "./reply-to-ticket.server";

useDatabase();
let thaw: () => void = () => {};
const later = (minutes: number) => {
  thaw();
  thaw = at(minutes);
};
beforeEach(async () => {
  later(0);
  await archivePolicies();
  await writePolicy(simpleRules());
});
afterEach(() => thaw());

const reply = (number: number) => replyToTicket(castCtx("sara"), number, compose(), { channel: "api" });

describe("what the customer is promised", () => {
  const promised = async (number: number) => {
    const ctx = castCtx("giulia");
    const { rows } = await listPortalTickets(ctx, { scope: "mine", filter: "open", after: null });
    const { answer } = await getTicketForPortal(ctx, number);
    expect(rows.find((row) => row.number === number)?.answer ?? null).toEqual(answer);
    return answer;
  };

  test("is the reply that is due, never the resolution", async () => {
    const { number, ticketId } = await openGiulias();
    expect(await promised(number)).toEqual({ by: storyTime(60), late: false });
    later(20);
    await reply(number);
    expect(await promised(number)).toBeNull();
    later(30);
    const body = { text: "And the seals?" };
    await receiveCustomerMessage(systemCtx(), { ticketId, authorId: cast.giulia.id, body, channel: "mail" });
    expect(await promised(number)).toEqual({ by: storyTime(90), late: false });
  });

  test("at the due instant still stands, a moment later it is late", async () => {
    const { number } = await openGiulias();
    later(60);
    expect(await promised(number)).toEqual({ by: storyTime(60), late: false });
    later(61);
    expect(await promised(number)).toEqual({ by: storyTime(60), late: true });
  });

  test("is nothing while the clock is paused", async () => {
    const { number } = await openGiulias();
    await moveTicket(castCtx("sara"), number, { to: "waiting_third" });
    expect(await promised(number)).toBeNull();
  });
});

describe("a change that moves the due time into the past", () => {
  test("says so once, for that change alone", async () => {
    const { number } = await openGiulias();
    later(20);
    await changeTicket(castCtx("sara"), number, { priority: "high" });
    expect(await findBreachAtOnce(castCtx("sara"), number)).toBeNull();
    later(21);
    await changeTicket(castCtx("sara"), number, { priority: "urgent" });
    expect(await findBreachAtOnce(castCtx("sara"), number)).toBe("first_reply");
    later(22);
    await changeTicket(castCtx("sara"), number, { tags: ["late"] });
    expect(await findBreachAtOnce(castCtx("sara"), number)).toBeNull();
  });

  test("is no business of other queues", async () => {
    const { number } = await openGiulias();
    later(21);
    await changeTicket(castCtx("sara"), number, { priority: "urgent" });
    expect(await findBreachAtOnce(castCtx("marco"), number)).toBeNull();
  });
});

describe("the desk", () => {
  test("lists what is due with its kind, and what stands still", async () => {
    const due = await openGiulias();
    const still = await openGiulias();
    later(50);
    await reply(still.number);
    const { rows } = await listQueue(castCtx("sara"), { view: "open", queueId: null, sort: "due", after: null });
    const row = (number: number) => rows.find((r) => r.number === number);
    expect(row(due.number)).toMatchObject({
      dueAt: storyTime(60),
      dueKind: "first_reply",
      dueWarnAt: storyTime(45),
      clockPaused: false,
    });
    expect(row(still.number)).toMatchObject({ dueAt: null, dueKind: null, dueWarnAt: null, clockPaused: true });
    expect(rows.indexOf(row(due.number)!)).toBeLessThan(rows.indexOf(row(still.number)!));
  });

  test("reads the clocks of a ticket in two statements, as it does the one that is explained", async () => {
    const { number } = await openGiulias();
    const [first] = (await getClocks(castCtx("sara"), number)).clocks;
    expect(await countStatements(() => getClocks(castCtx("sara"), number))).toBeLessThanOrEqual(2);
    expect(await countStatements(() => explainClock(castCtx("sara"), number, first!.id))).toBeLessThanOrEqual(2);
  });
});

test("customers' own API view has no clocks", async () => {
  const { number } = await openGiulias();
  expect(await getTicketForApi(castCtx("sara"), number)).toMatchObject({
    dueAt: storyTime(60),
    dueKind: "first_reply",
  });
  const mine = await getTicketForApi(castCtx("giulia"), number);
  expect(mine).toMatchObject({ dueAt: null, dueKind: null, dueWarnAt: null, clockPaused: false, contract: null });
});
