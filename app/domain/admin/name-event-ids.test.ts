import { expect, test } from "vitest";
import { builtInStatusId } from "~/domain/tickets/states";
import { newId } from "~/lib/id";
import { cast, castCtx, queues, requestTypes } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { nameEventIds } from "./name-event-ids.server";

useDatabase();

test("names what an event's ids stand for, in the reader's language; unknown ids are left out", async () => {
  const events = [
    { data: { queueId: queues.repairs.id, added: [cast.sara.id], gone: newId() } },
    { data: { typeId: requestTypes.invoice.id, statusId: builtInStatusId("solved"), fields: ["name"] } },
  ];
  expect(await nameEventIds(castCtx("ada", { locale: "ro" }), events)).toEqual({
    [queues.repairs.id]: "Repairs",
    [cast.sara.id]: cast.sara.name,
    [requestTypes.invoice.id]: "Factură",
    [builtInStatusId("solved")]: "solved",
  });
  expect(await nameEventIds(castCtx("ada"), [{ data: {} }])).toEqual({});
});

test("is for administrators", async () => {
  await expect(nameEventIds(castCtx("sara"), [])).rejects.toMatchObject({ kind: "forbidden" });
});
