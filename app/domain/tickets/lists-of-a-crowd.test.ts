import { beforeAll, describe, expect, it } from "vitest";
import { freezeClock } from "~/platform/clock.server";
import type { Ctx } from "~/platform/ctx.server";
import { database, Prisma } from "~/platform/db.server";
import { castCtx, STORY_TIME } from "#tests/support/cast";
import { type Crowd, seedCrowd } from "#tests/support/seed-crowd";
import { explain, statementsOf } from "#tests/support/statements";
import { useDatabase } from "#tests/support/use-database";
import { countViews } from "./count-views.server";
import { getDeskChoices } from "./get-desk-choices.server";
import { getTicketForDesk } from "./get-ticket-for-desk.server";
import { getTicketForPortal } from "./get-ticket-for-portal.server";
import { listBin } from "./list-bin.server";
import { listEarlier } from "./list-earlier.server";
import { listMessages } from "./list-messages.server";
import { listPortalTickets } from "./list-portal-tickets.server";
import { listQueue } from "./list-queue.server";
import { listTicketEvents } from "./list-ticket-events.server";
import { listTicketsForApi } from "./list-tickets-for-api.server";
import { listWaitingForYou } from "./list-waiting-for-you.server";
import { PORTAL_FILTERS, PORTAL_SCOPES } from "./portal-views";
import { DESK_SORTS, DESK_VIEWS, type DeskListQuery, type Page } from "./views";

useDatabase();

const BIG = [
  "ticket",
  "message",
  "event",
  "person",
  "ticket_participant",
  "ticket_read",
  "email_address",
  "outbound_mail",
];
let crowd: Crowd;
let sara: Ctx;
let giulia: Ctx;

beforeAll(async () => {
  freezeClock(STORY_TIME);
  crowd = await seedCrowd(database().prisma, 20_000);
  const ctx = castCtx("sara");
  sara = { ...ctx, actor: { ...ctx.actor, queueIds: crowd.queueIds } };
  giulia = castCtx("giulia");
}, 120_000);

/** Counts the statements and looks for sequential scans over big tables in each. */
async function expectCheap(statements: number, act: () => Promise<unknown>): Promise<string[]> {
  const ran = await statementsOf(act);
  expect(ran.length).toBeLessThanOrEqual(statements);
  const plans = await Promise.all(ran.map(explain));
  for (const plan of plans) {
    expect(plan.scanned.filter((table) => BIG.includes(table))).toEqual([]);
    expect(plan.buffers).toBeLessThan(8_000);
  }
  return plans.flatMap((plan) => plan.indexes);
}

const desk = (over: Partial<DeskListQuery> = {}): DeskListQuery => ({
  view: "open",
  queueId: null,
  sort: "activity",
  after: null,
  ...over,
});

/** Every row of a list by its cursors, and the pages met on the way back. */
async function walkThrough<T>(fetch: (after: string | null) => Promise<Page<T>>, pages: number) {
  const forth: Page<T>[] = [await fetch(null)];
  while (forth.length < pages && forth.at(-1)!.next) forth.push(await fetch(forth.at(-1)!.next));
  const back: Page<T>[] = [];
  for (let at = forth.at(-1)!.previous; at; at = back[0]!.previous) back.unshift(await fetch(at));
  return { rows: forth.flatMap((page) => page.rows), forth, back };
}

describe("the desk's list", () => {
  const indexOf: Record<string, string> = {
    "mine activity": "ticket_open_assignee_activity",
    "mine waiting": "ticket_open_assignee_waiting",
    "mine due": "ticket_open_assignee_due",
    "unassigned activity": "ticket_unassigned_queue_activity",
    "unassigned waiting": "ticket_unassigned_queue_waiting",
    "unassigned due": "ticket_unassigned_queue_due",
    "due_soon activity": "ticket_due_soon_queue",
    "due_soon waiting": "ticket_due_soon_queue",
    "due_soon due": "ticket_due_soon_queue",
    "waiting activity": "ticket_waiting_customer_queue",
    "waiting waiting": "ticket_waiting_customer_queue",
    "waiting due": "ticket_waiting_customer_queue",
    "open activity": "ticket_open_queue_activity",
    "open waiting": "ticket_open_queue_waiting",
    "open due": "ticket_open_queue_due",
    "solved activity": "ticket_queue_id_activity_at_id_idx",
    "solved waiting": "ticket_queue_id_activity_at_id_idx",
    "solved due": "ticket_queue_id_activity_at_id_idx",
  };
  for (const view of DESK_VIEWS)
    for (const sort of DESK_SORTS)
      it(`reads ${view} by ${sort} in one statement by its index`, async () => {
        const first = await listQueue(sara, desk({ view, sort }));
        expect(first.rows.length).toBeGreaterThan(0);
        expect(await expectCheap(1, () => listQueue(sara, desk({ view, sort })))).toContain(indexOf[`${view} ${sort}`]);
        await expectCheap(1, () => listQueue(sara, desk({ view, sort, after: first.next })));
        await expectCheap(1, () => listQueue(sara, desk({ view, sort, queueId: crowd.queueIds[3] })));
      });

  it("walks forth and back through all open tickets, each once, in order", async () => {
    const orders = {
      activity: Prisma.sql`t.activity_at desc, t.id desc`,
      waiting: Prisma.sql`t.waiting_since, t.id`,
      due: Prisma.sql`t.next_due_at, t.id`,
    };
    for (const sort of DESK_SORTS) {
      const { rows, forth, back } = await walkThrough((after) => listQueue(sara, desk({ sort, after })), 99);
      const wanted = await database().prisma.$queryRaw<{ number: number }[]>`
        select t.number from ticket t where t.state not in ('solved', 'closed')
        order by ${orders[sort]}`;
      expect(rows.map((row) => row.number)).toEqual(wanted.map((row) => row.number));
      expect(back.map((page) => page.rows)).toEqual(forth.slice(0, -1).map((page) => page.rows));
      expect(forth[0]!.previous).toBeNull();
      expect(forth.at(-1)!.next).toBeNull();
    }
  });

  it("shows due soon what the sweep marked, next due time first", async () => {
    const { rows } = await walkThrough((after) => listQueue(sara, desk({ view: "due_soon", after })), 99);
    const wanted = await database().prisma.$queryRaw<{ number: number }[]>`
      select number from ticket where due_soon order by next_due_at, id`;
    expect(rows.map((row) => row.number)).toEqual(wanted.map((row) => row.number));
    expect(rows[0]).toMatchObject({ dueKind: "next_reply", clockPaused: false, waitReason: null });
    expect(rows[0]!.dueAt).toBeInstanceOf(Date);
  });

  it("takes a damaged cursor for the first page", async () => {
    const first = await listQueue(sara, desk());
    for (const after of ["", "x", "Zm9v", "f.%%%", "Zjk5OTk5OTk5OTk5OTk5OS4uLg", first.next!.slice(0, -3)])
      expect(await listQueue(sara, desk({ after }))).toEqual(first);
  });

  it("shows nothing of a queue the agent does not work in", async () => {
    const ctx = castCtx("elena");
    expect((await listQueue(ctx, desk({ queueId: crowd.queueIds[5] }))).rows).toEqual([]);
  });

  it("counts every view and queue in one statement, up to the cap", async () => {
    await expectCheap(1, () => countViews(sara));
    const { cap, views, queues } = await countViews(sara);
    expect(cap).toBe(100);
    expect(views.open).toBe(100);
    const [soon] = await database().prisma.$queryRaw<[{ n: number }]>`
      select count(*)::int as n from ticket where due_soon and state not in ('solved', 'closed')`;
    expect(views.due_soon).toBe(soon.n);
    const [open] = await database().prisma.$queryRaw<[{ n: number }]>`
      select count(*)::int as n from ticket where queue_id = ${crowd.queueIds[4]}::uuid and state not in ('solved', 'closed')`;
    expect(queues.find((queue) => queue.id === crowd.queueIds[4])?.open).toBe(open.n);
    expect(queues.map((queue) => queue.id)).toEqual(crowd.queueIds);
  });
});

describe("the desk's ticket page", () => {
  it("takes at most six statements, and two for what is earlier", async () => {
    await expectCheap(6, () => getTicketForDesk(sara, crowd.longTicket + 500));
    const indexes = await expectCheap(6, () => getTicketForDesk(sara, crowd.longTicket));
    expect(indexes).toContain("message_ticket_id_sent_at_id_idx");
    expect(indexes).toContain("event_ticket_id_id_idx");
    await expectCheap(1, () => getDeskChoices(sara));
    const { earlier } = await getTicketForDesk(sara, crowd.longTicket);
    await expectCheap(3, () => listEarlier(sara, crowd.longTicket, earlier!));
  });

  it("goes back through two thousand messages, each once", async () => {
    let { timeline: items, earlier } = await getTicketForDesk(sara, crowd.longTicket);
    const seen = [...items];
    let pages = 1;
    while (earlier) {
      ({ items, earlier } = await listEarlier(sara, crowd.longTicket, earlier));
      seen.unshift(...items);
      pages++;
    }
    expect(pages).toBe(67);
    expect(seen.filter((item) => item.kind === "message")).toHaveLength(2_000);
    expect(new Set(seen.map((item) => item.id)).size).toBe(seen.length);
    expect(seen.filter((item) => item.kind === "event").map((item) => item.type)).toEqual([
      "ticket.opened",
      "ticket.assigned",
      "ticket.state_changed",
    ]);
    const times = seen.map((item) => (item.kind === "message" ? item.sentAt : item.at).getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

describe("the portal", () => {
  for (const scope of PORTAL_SCOPES)
    for (const filter of PORTAL_FILTERS)
      it(`reads ${scope} ${filter} in one statement by indexes`, async () => {
        const first = await listPortalTickets(giulia, { scope, filter, after: null });
        expect(first.rows).toHaveLength(25);
        await expectCheap(1, () => listPortalTickets(giulia, { scope, filter, after: null }));
        await expectCheap(1, () => listPortalTickets(giulia, { scope, filter, after: first.next }));
      });

  it("walks through all one may see, each once", async () => {
    const { rows, forth, back } = await walkThrough(
      (after) => listPortalTickets(giulia, { scope: "all", filter: "open", after }),
      99,
    );
    const wanted = await database().prisma.$queryRaw<{ number: number }[]>`
      select number from ticket where state not in ('solved', 'closed')
        and (requester_id = ${castCtx("giulia").actor.personId}::uuid
          or organization_id = ${castCtx("giulia").actor.sharedOrganizationId}::uuid
          or id in (select ticket_id from ticket_participant where person_id = ${castCtx("giulia").actor.personId}::uuid))
      order by public_at desc, id desc`;
    expect(rows.map((row) => row.number)).toEqual(wanted.map((row) => row.number));
    expect(back.map((page) => page.rows)).toEqual(forth.slice(0, -1).map((page) => page.rows));
  });

  it("reads what one only takes part in, what waits, and a ticket", async () => {
    const paolo = castCtx("paolo");
    const page = await listPortalTickets(paolo, { scope: "mine", filter: "done", after: null });
    expect(page.rows.length).toBeGreaterThan(0);
    expect(page.rows.every((row) => !row.own)).toBe(true);
    expect((await listPortalTickets(paolo, { scope: "organization", filter: "done", after: null })).rows).toEqual([]);
    await expectCheap(1, () => listPortalTickets(paolo, { scope: "all", filter: "done", after: null }));
    expect((await listWaitingForYou(giulia)).length).toBeGreaterThan(0);
    await expectCheap(1, () => listWaitingForYou(giulia));
    // Settings are held for seconds: only the first look asks for them.
    await getTicketForPortal(giulia, crowd.longTicket);
    await expectCheap(2, () => getTicketForPortal(giulia, crowd.longTicket));
  });
});

describe("the API's lists and the bin", () => {
  it("use indexes", async () => {
    const indexes = await expectCheap(1, () => listTicketsForApi(sara, {}));
    expect(indexes).toContain("ticket_queue_id_activity_at_id_idx");
    await expectCheap(1, () => listTicketsForApi(sara, { state: "snoozed" }));
    await expectCheap(1, () => listTicketsForApi(giulia, { state: "closed" }));
    await expectCheap(2, () => listMessages(sara, crowd.longTicket, null));
    await expectCheap(2, () => listTicketEvents(sara, crowd.longTicket, null));
    await expectCheap(2, () => listBin(sara, null));
  });

  it("go by due time", async () => {
    const indexes = await expectCheap(1, () => listTicketsForApi(sara, { sort: "due" }));
    expect(indexes).toContain("ticket_open_queue_due");
    const dueBefore = new Date(new Date(STORY_TIME).getTime() - 5 * 86_400_000);
    const query = { sort: "due", dueBefore, limit: 7 } as const;
    const { rows, forth, back } = await walkThrough((cursor) => listTicketsForApi(sara, { ...query, cursor }), 99);
    const wanted = await database().prisma.$queryRaw<{ number: number }[]>`
      select number from ticket where state not in ('solved', 'closed') and next_due_at < ${dueBefore}
      order by next_due_at, id`;
    expect(rows.map((row) => row.number)).toEqual(wanted.map((row) => row.number));
    expect(back.map((page) => page.rows)).toEqual(forth.slice(0, -1).map((page) => page.rows));
    await expect(listTicketsForApi(giulia, { sort: "due" })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(listTicketsForApi(giulia, { dueBefore })).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("filter and walk", async () => {
    const since = new Date(new Date(STORY_TIME).getTime() - 86_400_000);
    const state = "open" as const;
    const query = { state, updatedSince: since, limit: 7, queueId: crowd.queueIds[2] };
    const { rows } = await walkThrough((cursor) => listTicketsForApi(sara, { ...query, cursor }), 99);
    const wanted = await database().prisma.$queryRaw<{ number: number }[]>`
      select number from ticket where state = 'open' and queue_id = ${crowd.queueIds[2]}::uuid
        and activity_at >= ${since} order by activity_at desc, id desc`;
    expect(rows.map((row) => row.number)).toEqual(wanted.map((row) => row.number));
  });
});
