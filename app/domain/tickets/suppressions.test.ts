import { beforeEach, describe, expect, it } from "vitest";
import { findSuppressions } from "~/domain/mail/find-suppressions.server";
import { liftSuppressionByHand } from "~/domain/mail/lift-suppression-by-hand.server";
import { listSuppressions } from "~/domain/mail/list-suppressions.server";
import { suppressAddress } from "~/domain/mail/suppress-address.server";
import { suppressByHand } from "~/domain/mail/suppress-by-hand.server";
import { suppressionForm } from "~/domain/mail/suppression-schema";
import { freezeClock } from "~/platform/clock.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { cast, castCtx, queues, STORY_TIME } from "#tests/support/cast";
import { insertTicket } from "#tests/support/insert-ticket";
import { useDatabase } from "#tests/support/use-database";
import { getTicketForDesk } from "./get-ticket-for-desk.server";
import { liftRecipientSuppression } from "./lift-recipient-suppression.server";
import { openTicketForCustomer } from "./open-ticket-for-customer.server";
import { replyToTicket } from "./reply-to-ticket.server";
import { composeForm, openForCustomerForm } from "./schema";

useDatabase();
const db = () => database().prisma;
const DAY = 86_400_000;
const later = (days: number) => new Date(Date.parse(STORY_TIME) + days * DAY);

beforeEach(async () => {
  freezeClock(STORY_TIME);
  await db().ticket.deleteMany();
  await db().suppression.deleteMany();
  await db().outboundMail.deleteMany();
  await db().event.deleteMany();
});

const suppress = (address: string, days = 14) => suppressAddress(systemCtx(), address, "userunknown", days);
const ticket = () =>
  insertTicket({ participants: { create: { personId: cast.paolo.id, addedAt: new Date(STORY_TIME) } } });

describe("an address that gets no mail, on a ticket", () => {
  it("is named with its reason and end, requester first, and comes back by itself", async () => {
    const { number } = await ticket();
    await suppress(cast.paolo.email);
    await suppress(cast.giulia.email, 3);
    const seen = async (now: Date) =>
      (await getTicketForDesk(castCtx("elena", { now }), number)).suppressed.map(({ address, until }) => [
        address,
        until,
      ]);
    const [giulia, paolo] = [
      [cast.giulia.email, later(3)],
      [cast.paolo.email, later(14)],
    ];
    expect(await seen(later(2.9))).toEqual([giulia, paolo]);
    expect(await seen(later(3))).toEqual([paolo]);
    expect(await seen(later(14))).toEqual([]);
  });

  it("is lifted by who may answer there, once, and told on the ticket", async () => {
    const { number, id } = await ticket();
    await suppress(cast.giulia.email);
    await expect(liftRecipientSuppression(castCtx("marco"), number, cast.giulia.email)).rejects.toMatchObject({
      kind: "not_found",
    });
    await expect(liftRecipientSuppression(castCtx("elena"), number, cast.hana.email)).rejects.toMatchObject({
      kind: "not_found",
    });
    for (let i = 0; i < 2; i++)
      await liftRecipientSuppression(castCtx("elena"), number, cast.giulia.email.toUpperCase());
    expect(await db().suppression.count()).toBe(0);
    const events = await db().event.findMany({ where: { ticketId: id } });
    expect(events).toMatchObject([
      {
        type: "ticket.suppression_lifted",
        actorId: cast.elena.id,
        data: { personId: cast.giulia.id, reason: "userunknown" },
      },
    ]);
    await replyToTicket(castCtx("elena"), number, composeForm.parse({ kind: "public", text: "Hello" }), {
      channel: "api",
    });
    expect(await db().outboundMail.findMany({ select: { recipient: true, state: true } })).toEqual(
      expect.arrayContaining([{ recipient: cast.giulia.email, state: "queued" }]),
    );
  });

  it("is told before an agent opens a ticket that would mail there, unless confirmed or a note", async () => {
    await suppress(cast.hana.email);
    const form = (over: object = {}) =>
      openForCustomerForm.parse({
        email: " Hana@Tanaka.example".trim(),
        queueId: queues.repairs.id,
        subject: "S",
        text: "T",
        ...over,
      });
    await expect(openTicketForCustomer(castCtx("elena"), form())).rejects.toMatchObject({
      kind: "conflict",
      code: "replies:error.suppressed",
      params: { address: cast.hana.email },
    });
    await openTicketForCustomer(castCtx("elena"), form({ kind: "note" }));
    await openTicketForCustomer(castCtx("elena"), form({ confirmed: "true" }));
    await openTicketForCustomer(castCtx("elena"), form(), { channel: "api" });
    expect(await db().ticket.count()).toBe(3);
  });
});

describe("the list of addresses that get no mail", () => {
  it("is kept by administrators alone, and every act is in the audit log", async () => {
    const form = suppressionForm.parse({ address: "Old@Tanaka.example", days: "30" });
    await expect(suppressByHand(castCtx("elena"), form)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(listSuppressions(castCtx("elena"), { after: null })).rejects.toMatchObject({ kind: "forbidden" });
    await suppressByHand(castCtx("ada"), form);
    await suppress(cast.hana.email);
    const { rows } = await listSuppressions(castCtx("ada"), { after: null });
    expect(rows).toMatchObject([
      { address: cast.hana.email, reason: "userunknown", person: { name: "Hana Tanaka" }, until: later(14) },
      { address: "old@tanaka.example", reason: "byhand", person: null, until: later(30) },
    ]);
    await liftSuppressionByHand(castCtx("ada"), cast.hana.email);
    await expect(liftSuppressionByHand(castCtx("ada"), cast.hana.email)).rejects.toMatchObject({ kind: "not_found" });
    const events = await db().event.findMany({ orderBy: { type: "asc" }, select: { type: true, data: true } });
    expect(events).toEqual([
      { type: "suppression.added", data: { personId: null, days: 30 } },
      { type: "suppression.lifted", data: { personId: cast.hana.id, reason: "userunknown" } },
    ]);
  });

  it("finds by parts of the address and by reason, page by page, and forgets what is over", async () => {
    for (let i = 0; i < 27; i++) await suppress(`n${String(i).padStart(2, "0")}@tanaka.example`, i === 26 ? 1 : 14);
    await inTransaction(castCtx("ada"), (ctx) => suppressAddress(ctx, "z_z@tanaka.example", "hostunknown"));
    const list = async (over: object = {}, now = new Date(STORY_TIME)) =>
      listSuppressions(castCtx("ada", { now }), { after: null, ...over });
    expect((await list({ q: "N1" })).rows).toHaveLength(10);
    expect((await list({ q: "z_" })).rows).toHaveLength(1);
    expect((await list({ reason: "hostunknown" })).rows).toHaveLength(1);
    const first = await list();
    const rest = await list({ after: first.next });
    expect([first.rows.length, rest.rows.length]).toEqual([25, 3]);
    expect((await list({ after: rest.previous })).rows).toEqual(first.rows);
    expect((await list({ after: first.next }, later(1))).rows).toHaveLength(2);
    expect(
      await findSuppressions(systemCtx(), ["N26@tanaka.example", "n25@tanaka.example", "no address"]),
    ).toHaveLength(2);
    expect(await findSuppressions(systemCtx({ now: later(1) }), ["n26@tanaka.example"])).toEqual([]);
  });

  it("takes addresses in normal form only, for days of the list", () => {
    expect(suppressionForm.safeParse({ address: "nobody" }).error?.issues[0]?.message).toBe("common:error.email");
    expect(suppressionForm.safeParse({ address: "a@b.example", days: "3" }).success).toBe(false);
  });
});
