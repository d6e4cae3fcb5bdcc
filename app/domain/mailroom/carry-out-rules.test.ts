import { beforeEach, describe, expect, test } from "vitest";
import { emptyMailroom, findMail, listTickets, stageOf, take, theTicket, useRules } from "#tests/support/arriving-mail";
import { cast, castCtx, organizations, queues, requestTypes } from "#tests/support/cast";
import { insertTicket } from "#tests/support/insert-ticket";
import { ask, makeRule } from "#tests/support/mail-rules";
import { useDatabase } from "#tests/support/use-database";
import { ruleSchema } from "~/domain/routing/rules";
import { saveRules } from "~/domain/routing/save-rules.server";
import { getRouting } from "~/domain/tickets/get-routing.server";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";

useDatabase();
emptyMailroom();
const db = () => database().prisma;
beforeEach(async () => {
  await db().ruleSet.deleteMany();
  await db().asset.deleteMany();
});

describe("a rule that holds of a new mail", () => {
  test("chooses queue, priority, type, tags, assignee and followers, and what it read out of the words", async () => {
    const assetId = newId();
    await db().asset.create({ data: { id: assetId, name: "Pump", serial: "PX-7741", createdAt: new Date() } });
    const rule = makeRule(
      1,
      {
        all: [
          ask("body", "matches", "Serial: (?P<serial>[A-Z0-9-]+)"),
          ask("body", "matches", "Contact: (?P<name>.+?) <(?P<mail>[^>]+)>"),
        ],
      },
      {
        queueId: queues.billing.id,
        priority: "urgent",
        typeId: requestTypes.invoice.id,
        tags: ["web"],
        assigneeId: cast.marco.id,
        followerIds: [cast.ada.id],
        answer: "none",
        fields: [
          { field: "requester", value: "{{mail}}" },
          { field: "requesterName", value: "{{name}}" },
          { field: "subject", value: "Pump {{serial}}" },
          { field: "asset", value: "{{serial}}" },
          { field: "tag", value: "serial {{serial}}" },
          { field: "language", value: "ru" },
        ],
      },
    );
    await useRules(rule);
    const mail = await take({
      from: "form@website.example",
      text: "Contact: Nina Petrova <nina@petrova.example>\nSerial: PX-7741\nIt leaks.",
    });
    const ticket = await theTicket();
    expect(ticket).toMatchObject({
      subject: "Pump PX-7741",
      queueId: queues.billing.id,
      priority: "urgent",
      typeId: requestTypes.invoice.id,
      assigneeId: cast.marco.id,
      assetId,
      locale: "ru",
      followers: [{ personId: cast.ada.id }],
    });
    expect(ticket.tags.map(({ tag }) => tag.name).toSorted()).toEqual(["serial px-7741", "web"]);
    const requester = await db().person.findUniqueOrThrow({ where: { id: ticket.requesterId } });
    expect(requester.name).toBe("Nina Petrova");
    expect(ticket.messages[0]!.authorId).toBe(requester.id);
    const [opened] = await db().event.findMany({ where: { ticketId: ticket.id, type: "ticket.opened" } });
    expect(opened!.data).toMatchObject({ answer: "none" });
    const [assigned] = await db().event.findMany({ where: { ticketId: ticket.id, type: "ticket.assigned" } });
    expect(assigned!.data).toMatchObject({ to: cast.marco.id, reason: "mailroom" });
    expect(mail).toMatchObject({ outcome: "opened", ruleMatches: [{ ruleId: rule.id, version: expect.any(Number) }] });
    expect(stageOf(mail, "rules")).toMatchObject({
      tried: 1,
      matched: [{ id: rule.id, name: rule.name }],
      facts: { known: "unknown", thread: "new", addresses: [queues.repairs.address] },
    });
    expect(stageOf(mail, "answer")).toMatchObject({ result: "none", why: "rule" });
  });

  test("has its queue and priority kept by the routing rules, which say by whom", async () => {
    await saveRules(castCtx("ada"), {
      base: 0,
      rules: [
        ruleSchema.parse({
          id: newId(),
          name: "Everything to Repairs",
          conditions: {},
          actions: { queueId: queues.repairs.id, priority: "low", tags: ["routed"] },
        }),
      ],
    });
    await useRules(makeRule(1, {}, { queueId: queues.billing.id, priority: "high" }));
    await take();
    const ticket = await theTicket();
    expect(ticket).toMatchObject({ queueId: queues.billing.id, priority: "high", tags: [{ tag: { name: "routed" } }] });
    const { decisions } = await getRouting(castCtx("ada"), ticket.number);
    expect(decisions.find(({ kind }) => kind === "rules")).toMatchObject({
      kept: [],
      keptByMail: ["queue", "priority"],
    });
  });

  test("adds the mail to the ticket of a number, and opens one when there is none", async () => {
    const ticket = await insertTicket({ queueId: queues.repairs.id, requesterId: cast.hana.id });
    const order = ask("subject", "matches", "order (?P<n>\\d+)");
    await useRules(makeRule(1, { all: [order] }, { appendTo: "{{n}}", tags: ["order"] }));
    const joined = await take({ from: "shop@shop.example", subject: `About order ${ticket.number}` });
    expect(joined).toMatchObject({ outcome: "joined", threadId: ticket.id });
    expect((await theTicket()).messages.at(-1)).toMatchObject({ inboundId: joined.id, side: "customer" });
    expect(await take({ subject: "About order 99999999" })).toMatchObject({ outcome: "opened" });
  });

  test("lets nobody into a conversation by a number that the mail names", async () => {
    const ticket = await insertTicket({ queueId: queues.repairs.id, requesterId: cast.hana.id });
    const order = ask("subject", "matches", "order (?P<n>\\d+)");
    await useRules(makeRule(1, { all: [order] }, { appendTo: "{{n}}" }));
    const stranger = { from: "curious@stranger.example", cc: "friend@stranger.example" };
    await take({ ...stranger, subject: `About order ${ticket.number}` });
    expect(await db().ticketParticipant.findMany({ where: { ticketId: ticket.id } })).toEqual([]);
    await db().ticket.update({ where: { id: ticket.id }, data: { state: "closed", closedAt: new Date() } });
    await take({ ...stranger, subject: `Again about order ${ticket.number}` });
    const followUp = await db().ticket.findFirstOrThrow({
      where: { linksFrom: { some: { toId: ticket.id, kind: "follow_up" } } },
      select: { requesterId: true, participants: true },
    });
    expect(followUp).toEqual({ requesterId: cast.hana.id, participants: [] });
  });

  test("files it with the sender's organization, discards it for thirty days, or ends the list", async () => {
    const last = makeRule(4, {}, { tags: ["last"] });
    await useRules(
      makeRule(1, { all: [ask("subject", "contains", "newsletter")] }, { discard: true }),
      makeRule(2, { all: [ask("subject", "contains", "report")] }, { file: "organization" }),
      makeRule(3, { all: [ask("subject", "contains", "stop")] }, { tags: ["first"], stop: true }),
      last,
    );
    const discarded = await take({ subject: "Our newsletter" });
    expect(discarded).toMatchObject({
      outcome: "discarded",
      stage: "done",
      purgeAt: expect.any(Date),
      blockedBy: null,
    });
    const filed = await take({ subject: "Monthly report" });
    expect(filed).toMatchObject({
      outcome: "filed",
      filed: { personId: null, organizationId: organizations.marchetti.id, byId: null },
    });
    expect(await listTickets()).toEqual([]);
    await take({ subject: "stop here" });
    expect((await theTicket()).tags.map(({ tag }) => tag.name)).toEqual(["first"]);
  });
});

test("a mail that joins is tagged, followed and filed, and stays where it belongs", async () => {
  await take();
  const { number, queueId } = await theTicket();
  await useRules(
    makeRule(
      1,
      { all: [ask("thread", "in", "join")] },
      { tags: ["again"], followerIds: [cast.sara.id], queueId: queues.billing.id, file: "contact", appendTo: "1" },
    ),
  );
  const joined = await take({ subject: `Re: [#${number}]` });
  expect(joined).toMatchObject({ outcome: "joined", filed: { personId: cast.giulia.id } });
  expect(await theTicket()).toMatchObject({
    queueId,
    tags: [{ tag: { name: "again" } }],
    followers: [{ personId: cast.sara.id }],
  });
});

test("rules are not asked about an agent's answer by key; what they name and is gone is passed over", async () => {
  await useRules(makeRule(1, {}, { assigneeId: cast.marco.id, tags: ["seen"] }));
  await db().person.update({ where: { id: cast.marco.id }, data: { deactivatedAt: new Date() } });
  await take();
  expect(await theTicket()).toMatchObject({ assigneeId: null, tags: [{ tag: { name: "seen" } }] });
  await db().person.update({ where: { id: cast.marco.id }, data: { deactivatedAt: null } });
  expect((await findMail((await db().inboundMail.findFirstOrThrow()).id)).ruleMatches).toHaveLength(1);
});
