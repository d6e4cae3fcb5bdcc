import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/platform/ctx.server";
import { freezeClock } from "~/platform/clock.server";
import { database, Prisma } from "~/platform/db.server";
import { cast, castActor, castCtx, type CastName, organizations, queues, STORY_TIME } from "#tests/support/cast";
import { insertMessage, insertTicket } from "#tests/support/insert-ticket";
import { useDatabase } from "#tests/support/use-database";
import { liveTopics } from "./live-topics.server";
import { visibleMessages, visibleTickets } from "./visible.server";

useDatabase();

const tickets: Record<string, { id: string; number: number }> = {};

beforeAll(async () => {
  freezeClock(STORY_TIME);
  const { prisma } = database();
  const marchetti = { organizationId: organizations.marchetti.id };
  const billing = { queueId: queues.billing.id };
  tickets.giuliaRepairs = await insertTicket(marchetti);
  tickets.hanaRepairs = await insertTicket({ requesterId: cast.hana.id, organizationId: organizations.tanaka.id });
  tickets.hanaBilling = await insertTicket({ requesterId: cast.hana.id, ...billing });
  tickets.assigned = await insertTicket({ requesterId: cast.hana.id, ...billing, assigneeId: cast.elena.id });
  tickets.followed = await insertTicket({ requesterId: cast.hana.id, ...billing });
  await prisma.ticketFollower.create({
    data: { ticketId: tickets.followed.id, personId: cast.elena.id, at: new Date() },
  });
  tickets.mentioned = await insertTicket({ requesterId: cast.hana.id, ...billing });
  const note = await insertMessage(tickets.mentioned.id, { kind: "note", side: "agent", authorId: cast.marco.id });
  await prisma.mention.create({ data: { messageId: note.id, personId: cast.elena.id } });
  tickets.participating = await insertTicket({ requesterId: cast.hana.id, ...billing });
  await prisma.ticketParticipant.create({
    data: { ticketId: tickets.participating.id, personId: cast.paolo.id, addedAt: new Date(), mutedAt: new Date() },
  });
  tickets.deleted = await insertTicket({ ...marchetti, deletedAt: new Date() });
  tickets.merged = await insertTicket({ ...marchetti, state: "closed" });
  await prisma.merge.create({
    data: { fromId: tickets.merged.id, intoId: tickets.giuliaRepairs.id, at: new Date() },
  });
});

async function seen(actor: Actor, options?: Parameters<typeof visibleTickets>[1]): Promise<string[]> {
  const rows = await database().prisma.$queryRaw<{ id: string }[]>(
    Prisma.sql`select t.id from ticket t where ${visibleTickets(actor, options)}`,
  );
  const ids = new Set(rows.map((row) => row.id));
  return Object.keys(tickets).filter((name) => ids.has(tickets[name]!.id));
}

const all = () => Object.keys(tickets);

describe("visibleTickets", () => {
  it.each<[CastName, string[]]>([
    ["giulia", ["giuliaRepairs", "merged"]],
    ["paolo", ["participating"]],
    ["hana", ["hanaRepairs", "hanaBilling", "assigned", "followed", "mentioned", "participating"]],
    ["elena", ["giuliaRepairs", "hanaRepairs", "assigned", "followed", "mentioned", "merged"]],
    ["marco", ["hanaBilling", "assigned", "followed", "mentioned", "participating"]],
  ])("shows %s %j", async (name, expected) => expect(await seen(castActor(name))).toEqual(expected));

  it("shows administrators every queue, and what is in no queue of theirs", async () => {
    expect(await seen({ ...castActor("ada"), queueIds: [] })).toEqual(all().filter((name) => name !== "deleted"));
  });

  it("shows the product all and strangers nothing", async () => {
    expect(await seen({ kind: "system" })).toEqual(all());
    expect(await seen({ kind: "rule", id: cast.ada.id })).toEqual(all());
    expect(await seen({ kind: "anonymous" })).toEqual([]);
  });

  it("shows the bin to staff alone, each their own part", async () => {
    expect(await seen(castActor("elena"), { deleted: "only" })).toEqual(["deleted"]);
    expect(await seen(castActor("marco"), { deleted: "only" })).toEqual([]);
    expect(await seen(castActor("giulia"), { deleted: "only" })).toEqual([]);
    expect(await seen(castActor("giulia"), { deleted: "with" })).not.toContain("deleted");
    expect(await seen(castActor("elena"), { deleted: "with" })).toContain("deleted");
  });
});

describe("visibleMessages", () => {
  it("keeps notes from customers", async () => {
    const kinds = async (actor: Actor) =>
      database().prisma.$queryRaw<{ kind: string }[]>`
        select m.kind::text as kind from message m join ticket t on t.id = m.ticket_id
        where t.id = ${tickets.mentioned!.id}::uuid and ${visibleMessages(actor)} order by m.kind desc`;
    await insertMessage(tickets.mentioned!.id, { authorId: cast.hana.id });
    expect(await kinds(castActor("hana"))).toEqual([{ kind: "public" }]);
    expect(await kinds(castActor("marco"))).toEqual([{ kind: "note" }, { kind: "public" }]);
    expect(await kinds(castActor("giulia"))).toEqual([]);
  });
});

describe("liveTopics", () => {
  it("follows oneself, one's queues, the tickets one sees and, as an agent, who looks at them", async () => {
    const ticket = (name: string) => `ticket:${tickets[name]!.id}`;
    const presence = (name: string) => `presence:${tickets[name]!.id}`;
    const wished = [
      ticket("giuliaRepairs"),
      ticket("hanaBilling"),
      "ticket:nonsense",
      presence("giuliaRepairs"),
      presence("hanaRepairs"),
      presence("hanaBilling"),
      `queue:${queues.repairs.id}`,
      `queue:${queues.billing.id}`,
      `person:${cast.elena.id}`,
      `person:${cast.sara.id}`,
      "everything",
    ];
    const followed = await liveTopics(castCtx("elena"), wished);
    expect([...followed].toSorted()).toEqual(
      [
        ticket("giuliaRepairs"),
        presence("giuliaRepairs"),
        presence("hanaRepairs"),
        `queue:${queues.repairs.id}`,
        `person:${cast.elena.id}`,
      ].toSorted(),
    );
    expect([...(await liveTopics(castCtx("giulia"), wished))]).toEqual([ticket("giuliaRepairs")]);
    expect((await liveTopics({ ...castCtx("giulia"), actor: { kind: "anonymous" } }, wished)).size).toBe(0);
  });
});
