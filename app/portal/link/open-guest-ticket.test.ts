import { expect, test } from "vitest";
import { storeGuestForm } from "~/domain/access/store-guest-form.server";
import { openTicketAsGuestForm } from "~/domain/tickets/schema";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { cast, requestTypes } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { openGuestTicket } from "./open-guest-ticket.server";

useDatabase();

const visitor = () => systemCtx({ actor: { kind: "anonymous" }, ip: "198.51.100.20" });
const store = async (email: string) =>
  (await storeGuestForm(
    visitor(),
    email,
    openTicketAsGuestForm.parse({
      name: "Mia Sato",
      email,
      subject: "Pump",
      text: "It leaks.",
      typeId: requestTypes.damaged.id,
      cc: "Colleague@Tanaka.example",
    }),
  )) ?? "";
const tickets = () =>
  database().prisma.ticket.findMany({ include: { requester: true, participants: { include: { person: true } } } });

test("the link opens the ticket for its confirmed address, once", async () => {
  const token = await store("mia@tanaka.example");
  expect(await tickets()).toHaveLength(0);
  const uses = await Promise.allSettled([1, 2, 3].map(() => openGuestTicket(visitor(), { token, userAgent: "" })));
  expect(uses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const [ticket, ...others] = await tickets();
  expect(others).toEqual([]);
  expect(ticket).toMatchObject({
    subject: "Pump",
    channel: "portal",
    typeId: requestTypes.damaged.id,
    queueId: requestTypes.damaged.queueId,
    requester: { name: "Mia Sato" },
  });
  expect(ticket?.participants.map(({ person }) => person.name)).toEqual(["colleague@tanaka.example"]);
  expect(await database().prisma.session.count({ where: { personId: ticket!.requesterId } })).toBe(1);
});

test("an address that has an account lands in it, under its own name", async () => {
  const token = await store(cast.hana.email);
  await openGuestTicket(visitor(), { token, userAgent: "" });
  const ticket = (await tickets()).find(({ requesterId }) => requesterId === cast.hana.id);
  expect(ticket?.requester.name).toBe(cast.hana.name);
});
