import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { simpleParser } from "mailparser";
import { createCalendar } from "~/domain/calendars/create-calendar.server";
import { makeCalendarDefault } from "~/domain/calendars/make-calendar-default.server";
import { ALWAYS_OPEN_ID } from "~/domain/calendars/built-in";
import { storedRules } from "~/domain/calendars/stored-rules";
import { deliverMail } from "~/domain/mail/deliver-mail.server";
import { changeMailText } from "~/domain/mail/templates/change-mail-text.server";
import { createMailText } from "~/domain/mail/templates/create-mail-text.server";
import { mailTextForm, ownTextForm } from "~/domain/mail/templates/schema";
import { addQueueAddress } from "~/domain/routing/add-queue-address.server";
import { queueAddressForm } from "~/domain/routing/schema";
import { moveTicket } from "~/domain/tickets/move-ticket.server";
import type { OpenTicketInput } from "~/domain/tickets/open-ticket.server";
import { receiveCustomerMessage } from "~/domain/tickets/receive-customer-message.server";
import { newId } from "~/lib/id";
import { freezeClock } from "~/platform/clock.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { forgetSettings } from "~/platform/settings.server";
import { cast, castCtx, queues } from "#tests/support/cast";
import { openGiulias } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { sendReceipt } from "./send-receipt.server";
import { sendReopened } from "./send-reopened.server";

useDatabase();

/** Friday 20 November 2026 in Turin: 15:00 is open, 20:30 is not; Monday is a holiday of the team. */
const OPEN = "2026-11-20T14:00:00.000Z";
const CLOSED = "2026-11-20T19:30:00.000Z";
const WEEK = { mon: [["08:00", "18:00"]], tue: [["08:30", "18:00"]], fri: [["08:00", "18:00"]] };
let thaw = () => {};
const at = (instant: string) => {
  thaw();
  thaw = freezeClock(instant);
};
beforeEach(() => at(OPEN));
afterEach(async () => {
  thaw();
  const { prisma } = database();
  await prisma.calendar.updateMany({ where: { isDefault: true }, data: { isDefault: false } });
  await prisma.queue.updateMany({ data: { receipt: true, teamId: null } });
  await prisma.rateWindow.deleteMany();
  await prisma.setting.deleteMany();
  await prisma.mailTemplate.deleteMany({ where: { key: { not: null } } });
  forgetSettings();
});

let made = 0;
const hours = async (over: object = {}) =>
  (
    await createCalendar(castCtx("ada"), {
      name: `Hours ${++made}`,
      rules: storedRules.parse({ timeZone: "Europe/Rome", hours: WEEK, holidays: [], ...over }),
    })
  ).calendarId;
const companyHours = async (over: object = {}) => makeCalendarDefault(castCtx("ada"), await hours(over));

/** A mail's ticket and the answer to it as its reader gets it. */
async function answerTo(over: Partial<OpenTicketInput> = {}) {
  const { ticketId } = await openGiulias({ inboundId: null, ...over });
  return readAnswer(ticketId, "ticket.opened", sendReceipt);
}

async function readAnswer(
  ticketId: string,
  type: string,
  send: (ctx: ReturnType<typeof systemCtx>, id: string) => Promise<void>,
) {
  const { prisma } = database();
  const event = await prisma.event.findFirstOrThrow({ where: { ticketId, type }, orderBy: { id: "desc" } });
  await send(systemCtx(), event.id);
  await send(systemCtx(), event.id);
  const rows = await prisma.outboundMail.findMany({ where: { threadId: ticketId, autoSubmitted: "auto-replied" } });
  const row = rows.at(-1);
  if (!row) return null;
  expect(rows).toHaveLength(1);
  await deliverMail(systemCtx(), row.id);
  const shown = await prisma.outboxMail.findUniqueOrThrow({ where: { outboundId: row.id } });
  const mail = await simpleParser(Buffer.from(shown.bytes));
  return { row, subject: mail.subject ?? "", text: (mail.text ?? "").replaceAll("\u00a0", " "), headers: mail.headers };
}

const address = (values: object) =>
  addQueueAddress(castCtx("ada"), queueAddressForm.parse({ queueId: queues.repairs.id, ...values }));
const ownText = async (text: string) =>
  (
    await createMailText(
      castCtx("ada"),
      ownTextForm.parse({ name: `Own ${++made}`, texts: { en: { text }, it: { text: `(it) ${text}` } } }),
    )
  ).textId;

describe("out of hours", () => {
  test("the answer names the next opening in the reader's language and zone", async () => {
    await companyHours();
    at(CLOSED);
    const answer = await answerTo();
    expect(answer?.text).toMatch(/Riapre lunedì 23 novembre alle (ore )?08:00\./);
    expect(answer?.row).toMatchObject({ template: "receipt", locale: "it", props: { kind: "out_of_hours" } });
    expect(answer?.headers.get("auto-submitted")).toBe("auto-replied");
    const elsewhere = await answerTo({ requesterId: cast.hana.id });
    expect(elsewhere?.text).toContain("We open again on Monday 23 November at 08:00.");
    await database().prisma.person.update({ where: { id: cast.hana.id }, data: { timeZone: "Asia/Tokyo" } });
    expect((await answerTo({ requesterId: cast.hana.id }))?.text).toMatch(/Monday 23 November at 16:00 (JST|GMT\+9)\./);
    await database().prisma.person.update({ where: { id: cast.hana.id }, data: { timeZone: "Europe/Rome" } });
  });

  test("while it is open, the receipt says that it has arrived", async () => {
    await companyHours();
    expect((await answerTo())?.row.props).toMatchObject({ kind: "receipt", opening: null });
  });

  test("the team's hours come before the company's, with their holidays", async () => {
    await companyHours();
    const { prisma } = database();
    const calendarId = await hours({ holidays: ["2026-11-23"] });
    const team = await prisma.team.create({ data: { id: newId(), name: "Workshop", calendarId } });
    await prisma.queue.update({ where: { id: queues.repairs.id }, data: { teamId: team.id } });
    at(CLOSED);
    expect((await answerTo())?.text).toMatch(/Riapre martedì 24 novembre alle (ore )?08:30\./);
  });

  test("over the change of the clocks the opening keeps its hour, also in a zone that changes on another day", async () => {
    await companyHours();
    const opening = async (closed: string, zone: string) => {
      await database().prisma.person.update({ where: { id: cast.hana.id }, data: { timeZone: zone } });
      at(closed);
      return (await answerTo({ requesterId: cast.hana.id }))?.text ?? "";
    };
    // Turin leaves summer time on 25 October, New York on 1 November; Turin enters it on 28 March 2027.
    expect(await opening("2026-10-23T18:00:00.000Z", "Europe/Rome")).toContain("on Monday 26 October at 08:00.");
    expect(await opening("2026-10-23T18:00:00.000Z", "America/New_York")).toMatch(/on Monday 26 October at 03:00 /);
    expect(await opening("2026-10-16T18:00:00.000Z", "America/New_York")).toMatch(/on Monday 19 October at 02:00 /);
    expect(await opening("2027-03-26T19:00:00.000Z", "Europe/Rome")).toContain("on Monday 29 March at 08:00.");
    await database().prisma.person.update({ where: { id: cast.hana.id }, data: { timeZone: "Europe/Rome" } });
  });

  test("day and night, hours that never begin, and no calendar at all never say so", async () => {
    at(CLOSED);
    expect((await answerTo())?.row.props).toMatchObject({ kind: "receipt" });
    await makeCalendarDefault(castCtx("ada"), ALWAYS_OPEN_ID);
    expect((await answerTo())?.row.props).toMatchObject({ kind: "receipt" });
    await database().prisma.calendar.updateMany({ data: { isDefault: false } });
    await companyHours({ hours: {} });
    expect((await answerTo())?.row.props).toMatchObject({ kind: "receipt" });
  });

  test("a job that runs once it is open again sends the receipt", async () => {
    await companyHours();
    at(CLOSED);
    const { ticketId } = await openGiulias();
    at("2026-11-23T07:30:00.000Z");
    expect((await readAnswer(ticketId, "ticket.opened", sendReceipt))?.row.props).toMatchObject({ kind: "receipt" });
  });

  test("automatic mail is answered by nothing, and so is the eleventh mail of an hour", async () => {
    await companyHours();
    at(CLOSED);
    expect(await answerTo({ automatic: true })).toBeNull();
    let last = "";
    for (let i = 0; i < 11; i++) {
      const { ticketId } = await openGiulias({ requesterId: cast.paolo.id });
      const event = await database().prisma.event.findFirstOrThrow({ where: { ticketId, type: "ticket.opened" } });
      await sendReceipt(systemCtx(), event.id);
      last = ticketId;
    }
    expect(await database().prisma.outboundMail.findMany({ where: { threadId: last } })).toMatchObject([
      { state: "suppressed", reason: "limit_address" },
    ]);
  });
});

describe("which answer", () => {
  test("an address's own text is sent in the reader's language, from that address", async () => {
    const answer = await ownText("Returns of {{customer.firstName}}, #{{ticket.number}}");
    await address({ address: "returns@northwind.example", name: "Returns", answer });
    const mail = await answerTo({ addresses: ["returns@northwind.example"] });
    expect(mail?.text).toMatch(/^\(it\) Returns of Giulia, #\d+\n/);
    expect(mail?.row).toMatchObject({ fromAddress: "returns@northwind.example", fromName: "Returns" });
  });

  test("an address that answers nothing is quiet, and a rule's word comes before it", async () => {
    const ruled = await ownText("By rule");
    await address({ address: "quiet@northwind.example", answer: "none" });
    const addresses = ["quiet@northwind.example"];
    expect(await answerTo({ addresses })).toBeNull();
    expect((await answerTo({ addresses, answer: ruled }))?.text).toContain("(it) By rule");
    expect(await answerTo({ answer: "none" })).toBeNull();
  });

  test("a text that is gone leaves the answer to who comes next", async () => {
    expect((await answerTo({ answer: newId() }))?.row.props).toMatchObject({ kind: "receipt" });
  });

  test("the administrators' words take the place of the product's in their language alone", async () => {
    const form = {
      texts: { it: { subject: "Ricevuto: {{ticket.subject}}", text: "Buongiorno {{customer.firstName}}" } },
    };
    await changeMailText(castCtx("ada"), "receipt", mailTextForm.parse(form));
    const changed = await answerTo();
    expect(changed?.subject).toMatch(/^\[#\d+\] Ricevuto: Pump leaks$/);
    expect(changed?.text).toMatch(/^Buongiorno Giulia\n/);
    expect((await answerTo({ requesterId: cast.hana.id }))?.text).toMatch(/^We have received ticket #/);
  });
});

describe("a mail to a closed ticket", () => {
  const closed = async () => {
    const old = await openGiulias();
    await moveTicket(castCtx("sara"), old.number, { to: "closed" });
    return old;
  };
  const write = (ticketId: string, over: object = {}) =>
    receiveCustomerMessage(systemCtx(), {
      ticketId,
      authorId: cast.giulia.id,
      body: { text: "Again." },
      channel: "mail",
      ...over,
    });

  test("is told of its new number, also where the queue sends no receipts", async () => {
    await database().prisma.queue.update({ where: { id: queues.repairs.id }, data: { receipt: false } });
    const old = await closed();
    const { ticketId, number } = await write(old.ticketId);
    const answer = await readAnswer(ticketId, "ticket.opened", sendReceipt);
    expect(answer?.text).toContain(`Il ticket #${old.number} è chiuso definitivamente`);
    expect(answer?.subject).toBe(`[#${number}] Pump leaks`);
  });

  test("is told that it brought the ticket back; on the portal the page says so", async () => {
    await database().prisma.setting.create({
      data: { key: "mail", value: { closedTickets: "reopen" }, updatedAt: new Date() },
    });
    const old = await closed();
    await write(old.ticketId);
    expect((await readAnswer(old.ticketId, "ticket.customer_replied", sendReopened))?.text).toContain(
      `Il ticket #${old.number} è di nuovo aperto`,
    );
    const other = await closed();
    await write(other.ticketId, { channel: "portal" });
    expect(await readAnswer(other.ticketId, "ticket.customer_replied", sendReopened)).toBeNull();
    const [third, colleague] = [await closed(), cast.paolo.id];
    await write(third.ticketId, { authorId: colleague });
    expect((await readAnswer(third.ticketId, "ticket.customer_replied", sendReopened))?.row.personId).toBe(colleague);
  });
});
