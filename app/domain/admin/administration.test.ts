import { describe, expect, test } from "vitest";
import { addQueueAddress } from "~/domain/routing/add-queue-address.server";
import { archiveQueue } from "~/domain/routing/archive-queue.server";
import { archiveRequestType } from "~/domain/routing/archive-request-type.server";
import { changeQueue } from "~/domain/routing/change-queue.server";
import { changeRequestType } from "~/domain/routing/change-request-type.server";
import { createQueue } from "~/domain/routing/create-queue.server";
import { createRequestType } from "~/domain/routing/create-request-type.server";
import { listQueues } from "~/domain/routing/list-queues.server";
import { listRequestTypesForAdmin } from "~/domain/routing/list-request-types-for-admin.server";
import { listRequestTypes } from "~/domain/routing/list-request-types.server";
import { makeQueueAddressPrimary } from "~/domain/routing/make-queue-address-primary.server";
import { removeQueueAddress } from "~/domain/routing/remove-queue-address.server";
import { restoreQueue } from "~/domain/routing/restore-queue.server";
import { queueForm, requestTypeForm } from "~/domain/routing/schema";
import { setQueueMembers } from "~/domain/routing/set-queue-members.server";
import { archiveStatus } from "~/domain/tickets/archive-status.server";
import { createStatus } from "~/domain/tickets/create-status.server";
import { listStatuses } from "~/domain/tickets/list-statuses.server";
import { renameStatus } from "~/domain/tickets/rename-status.server";
import { builtInStatusId } from "~/domain/tickets/states";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import { getSettings } from "~/platform/settings.server";
import { cast, castCtx, queues, requestTypes } from "#tests/support/cast";
import { race } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { getSavedSettings } from "./get-saved-settings.server";
import { saveSettings } from "./save-settings.server";

useDatabase();
const ada = () => castCtx("ada");
const refused = (field: string, key: string) => ({ kind: "invalid", fields: { [field]: key } });

describe("queues", () => {
  test("are made, renamed, archived and offered again; names are unique, one always remains", async () => {
    const { queueId } = await createQueue(ada(), queueForm.parse({ name: "Returns", assignment: "round_robin" }));
    const again = createQueue(ada(), queueForm.parse({ name: "Returns" }));
    await expect(again).rejects.toMatchObject(refused("name", "tickets:error.queueName"));
    await expect(changeQueue(ada(), queueId, { name: "Repairs" })).rejects.toMatchObject({ kind: "invalid" });
    await expect(changeQueue(ada(), newId(), { receipt: false })).rejects.toMatchObject({ kind: "not_found" });
    await changeQueue(ada(), queueId, { name: "Returns and refunds", sendMode: "solve" });
    await archiveQueue(ada(), queueId);
    const archived = (await listQueues(ada())).at(-1);
    expect(archived).toMatchObject({ id: queueId, name: "Returns and refunds", position: 3, sendMode: "solve" });
    expect(archived?.archivedAt).not.toBeNull();
    const results = await race(
      () => archiveQueue(ada(), queues.repairs.id),
      () => archiveQueue(ada(), queues.billing.id),
    );
    expect(results.map((r) => r.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    for (const id of [queueId, queues.repairs.id, queues.billing.id]) await restoreQueue(ada(), id);
    expect((await listQueues(ada())).map((q) => q.archivedAt)).toEqual([null, null, null]);
  });

  test("have addresses of their own, one of them primary", async () => {
    const { queueId } = await createQueue(ada(), queueForm.parse({ name: "Parts" }));
    const add = (address: string) => addQueueAddress(ada(), { queueId, address, name: "" });
    await add(" Parts@Northwind.example ");
    await add("spares@northwind.example");
    await expect(add("support@northwind.example")).rejects.toMatchObject(
      refused("address", "tickets:error.addressTaken"),
    );
    await expect(async () => add("nonsense")).rejects.toMatchObject(refused("address", "common:error.email"));
    const addresses = async () => (await listQueues(ada())).find((q) => q.id === queueId)!.addresses;
    expect(await addresses()).toMatchObject([
      { address: "parts@northwind.example", primary: true },
      { address: "spares@northwind.example", primary: false },
    ]);
    await makeQueueAddressPrimary(ada(), "spares@northwind.example");
    await removeQueueAddress(ada(), "spares@northwind.example");
    expect(await addresses()).toMatchObject([{ address: "parts@northwind.example", primary: true }]);
  });

  test("have members, who are active staff and keep their turn", async () => {
    const lastAssignedAt = new Date("2026-11-01T00:00:00Z");
    const key = { queueId_personId: { queueId: queues.repairs.id, personId: cast.sara.id } };
    await database().prisma.queueMember.update({ where: key, data: { lastAssignedAt } });
    const member = (personId: string, assignable = true) => ({ personId, assignable });
    await setQueueMembers(ada(), queues.repairs.id, [member(cast.sara.id, false), member(cast.marco.id)]);
    expect(await database().prisma.queueMember.findUnique({ where: key })).toMatchObject({
      assignable: false,
      lastAssignedAt,
    });
    const { members } = (await listQueues(ada())).find((q) => q.id === queues.repairs.id)!;
    expect(members.map((m) => m.name)).toEqual(["Marco Conti", "Sara Bianchi"]);
    await expect(setQueueMembers(ada(), queues.repairs.id, [member(cast.giulia.id)])).rejects.toMatchObject({
      kind: "invalid",
    });
  });
});

test("request types: words fall back to English, archived ones leave the form", async () => {
  const form = requestTypeForm.parse({
    queueId: queues.billing.id,
    name: { en: "Refund", ro: "Rambursare" },
    hint: {},
  });
  const { typeId } = await createRequestType(ada(), form);
  const names = async (locale: "ro" | "ru") =>
    (await listRequestTypes(castCtx("giulia", { locale }))).map((type) => type.name);
  expect(await names("ro")).toEqual(["Marfă deteriorată", "Factură", "Rambursare"]);
  expect((await names("ru")).at(-1)).toBe("Refund");
  await changeRequestType(ada(), typeId, { priority: "low" });
  await archiveRequestType(ada(), requestTypes.invoice.id);
  expect(await names("ro")).toEqual(["Marfă deteriorată", "Rambursare"]);
  expect((await listRequestTypesForAdmin(ada())).map((type) => type.priority)).toEqual(["high", "low", "normal"]);
  await archiveRequestType(ada(), requestTypes.invoice.id, { archived: false });
  expect(await names("ro")).toHaveLength(3);
});

test("statuses: own ones come and go, built-in ones only change their words", async () => {
  const { statusId } = await createStatus(ada(), { state: "waiting_third", name: { en: "At the supplier" } });
  await renameStatus(ada(), statusId, { en: "With the supplier", it: "Dal fornitore" });
  await archiveStatus(ada(), statusId);
  const solved = builtInStatusId("solved");
  await renameStatus(ada(), solved, { en: "Done" });
  const find = async (id: string) => (await listStatuses(ada())).statuses.find((s) => s.id === id);
  expect(await find(statusId)).toMatchObject({ name: { en: "With the supplier", it: "Dal fornitore", ro: "" } });
  expect(await find(solved)).toMatchObject({ name: { en: "Done" } });
  await renameStatus(ada(), solved, null);
  expect(await find(solved)).toMatchObject({ name: null });
  await expect(archiveStatus(ada(), solved)).rejects.toMatchObject({ code: "tickets:error.builtInStatus" });
  await expect(renameStatus(ada(), statusId, null)).rejects.toMatchObject({ kind: "invalid" });
  await expect(async () => createStatus(ada(), { state: "open", name: {} })).rejects.toMatchObject({ kind: "invalid" });
});

test("settings: laid over what is saved, checked as a whole, with a record of who", async () => {
  await saveSettings(ada(), "tickets", { undoSeconds: 30 });
  await saveSettings(ada(), "tickets", { closeAfterDays: 3 });
  expect(await getSettings(ada(), "tickets")).toMatchObject({ undoSeconds: 30, closeAfterDays: 3, binDays: 30 });
  await expect(saveSettings(ada(), "tickets", { undoSeconds: 500 })).rejects.toMatchObject(
    refused("undoSeconds", "common:error.invalid"),
  );
  const events = await database().prisma.event.findMany({ where: { type: "settings.saved" } });
  expect(events).toMatchObject([{ actorId: cast.ada.id }, { actorId: cast.ada.id }]);
});

test("a settings form is drawn with what is saved this moment, also by another process", async () => {
  await saveSettings(ada(), "tickets", { binDays: 20 });
  expect(await getSettings(ada(), "tickets")).toMatchObject({ binDays: 20 });
  await database().prisma.$executeRaw`update setting set value = value || '{"binDays": 21}' where key = 'tickets'`;
  expect(await getSettings(ada(), "tickets")).toMatchObject({ binDays: 20 });
  expect(await getSavedSettings(ada(), "tickets")).toMatchObject({ binDays: 21 });
  await database().prisma.$executeRaw`update setting set value = '{"binDays": "never"}' where key = 'tickets'`;
  expect(await getSavedSettings(ada(), "tickets")).toMatchObject({ binDays: 30 });
  await database().prisma.setting.deleteMany({ where: { key: "tickets" } });
  expect(await getSavedSettings(ada(), "tickets")).toMatchObject({ binDays: 30 });
});

test("none of it is for agents and customers", async () => {
  for (const name of ["sara", "giulia"] as const) {
    const ctx = castCtx(name);
    const acts = [
      () => createQueue(ctx, queueForm.parse({ name: "X" })),
      () => changeQueue(ctx, queues.repairs.id, { name: "X" }),
      () => archiveQueue(ctx, queues.repairs.id),
      () => addQueueAddress(ctx, { queueId: queues.repairs.id, address: "x@y.example", name: "" }),
      () => setQueueMembers(ctx, queues.repairs.id, []),
      () => archiveRequestType(ctx, requestTypes.invoice.id),
      () => archiveStatus(ctx, builtInStatusId("open")),
      () => saveSettings(ctx, "tickets", {}),
      () => getSavedSettings(ctx, "tickets"),
      () => listQueues(ctx),
      () => listStatuses(ctx),
    ];
    for (const act of acts) await expect(async () => act()).rejects.toMatchObject({ kind: "forbidden" });
  }
});
