import { afterEach, expect, test } from "vitest";
import { createMailText } from "~/domain/mail/templates/create-mail-text.server";
import { ownTextForm } from "~/domain/mail/templates/schema";
import { database } from "~/platform/db.server";
import { castCtx, queues, requestTypes } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { addQueueAddress } from "./add-queue-address.server";
import { changeQueueAddress } from "./change-queue-address.server";
import { getQueueAddress } from "./get-queue-address.server";
import { listQueueAddresses } from "./list-queue-addresses.server";
import { makeQueueAddressPrimary } from "./make-queue-address-primary.server";
import { removeQueueAddress } from "./remove-queue-address.server";
import { queueAddressForm } from "./schema";

useDatabase();
const ada = () => castCtx("ada");
const form = (over: object) => queueAddressForm.parse({ queueId: queues.repairs.id, ...over });
const primaries = async (queueId: string) =>
  (await listQueueAddresses(ada(), { queueId })).filter(({ primary }) => primary).map(({ address }) => address);
afterEach(async () => {
  await database().prisma.queueAddress.deleteMany({ where: { primary: false } });
});

test("an address keeps what tickets by mail to it start with", async () => {
  const { textId } = await createMailText(ada(), ownTextForm.parse({ name: "Back", texts: { en: { text: "Hello" } } }));
  const values = {
    address: "Support+Returns@northwind.example",
    name: "Returns",
    locale: "it",
    priority: "high",
    typeId: requestTypes.damaged.id,
    tags: "return, pump ,return",
    answer: textId,
    signature: "{{queue.name}} · {{company.phone}}",
  };
  await addQueueAddress(ada(), form(values));
  const address = "support+returns@northwind.example";
  const { typeId, ...kept } = values;
  expect(await getQueueAddress(ada(), address)).toMatchObject({
    ...kept,
    address,
    answer: "template",
    text: { id: textId, name: "Back" },
    tags: ["return", "pump"],
    type: { id: typeId },
    primary: false,
  });
  await changeQueueAddress(ada(), address, form({ address, answer: "none", tags: "" }));
  expect(await getQueueAddress(ada(), address)).toMatchObject({ answer: "none", text: null, tags: [], locale: null });
});

test.each([
  [{ address: "nobody" }, { address: "common:error.email" }],
  [{ address: "s*@northwind.example" }, { address: "common:error.email" }],
  [{ address: queues.billing.address }, { address: "tickets:error.addressTaken" }],
  [{ address: "a@b.example", signature: "{{agent.nmae}}" }, { signature: "templates:error.variable" }],
  [{ address: "a@b.example", typeId: queues.repairs.id }, { typeId: "common:error.invalid" }],
  [{ address: "a@b.example", answer: queues.repairs.id }, { answer: "common:error.invalid" }],
])("%o is refused at its field", async (over, fields) => {
  await expect((async () => addQueueAddress(ada(), form(over)))()).rejects.toMatchObject({ kind: "invalid", fields });
});

test("mails never come from a pattern", async () => {
  await addQueueAddress(ada(), form({ address: "*@northwind.example" }));
  expect(() => makeQueueAddressPrimary(ada(), "*@northwind.example")).toThrow("templates:error.patternPrimary");
  await removeQueueAddress(ada(), queues.repairs.address);
  expect(await primaries(queues.repairs.id)).toEqual([]);
  await addQueueAddress(ada(), form({ address: queues.repairs.address, name: "Repairs" }));
  expect(await primaries(queues.repairs.id)).toEqual([queues.repairs.address]);
});

test("an address that moves takes its mail along, and each queue keeps an address its mails come from", async () => {
  await addQueueAddress(ada(), form({ address: "second@northwind.example" }));
  await changeQueueAddress(ada(), queues.repairs.address, { ...form({ address: "-@-", queueId: queues.billing.id }) });
  expect(await primaries(queues.repairs.id)).toEqual(["second@northwind.example"]);
  expect(await primaries(queues.billing.id)).toEqual([queues.billing.address]);
  await changeQueueAddress(ada(), queues.repairs.address, form({ address: "-@-" }));
  await makeQueueAddressPrimary(ada(), queues.repairs.address);
  expect(await primaries(queues.repairs.id)).toEqual([queues.repairs.address]);
});
