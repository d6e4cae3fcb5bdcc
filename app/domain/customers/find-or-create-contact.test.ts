import { expect, test } from "vitest";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { cast, organizations } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { findOrCreateContact } from "./find-or-create-contact.server";

useDatabase();

const organizationId = organizations.marchetti.id;

const nameOf = async (id: string) => (await database().prisma.person.findUniqueOrThrow({ where: { id } })).name;

test("an unknown address becomes a contact of the organization with its domain, without a credential", async () => {
  const found = await findOrCreateContact(systemCtx(), {
    address: " Bruno@Marchetti.example",
    name: "Bruno\r\n Conti",
    locale: "it",
  });
  expect(found).toMatchObject({ organizationId, created: true });
  const person = await database().prisma.person.findUniqueOrThrow({
    where: { id: found.personId },
    include: { addresses: true, credential: true, contact: true },
  });
  expect(person).toMatchObject({ name: "Bruno Conti", role: "customer", locale: "it", credential: null });
  expect(person.addresses).toMatchObject([{ address: "bruno@marchetti.example", primary: true, verifiedAt: null }]);
  expect(await findOrCreateContact(systemCtx(), { address: "bruno@marchetti.example" })).toEqual({
    ...found,
    created: false,
  });
});

test("a name is filled in only where the address stood for it", async () => {
  const { personId } = await findOrCreateContact(systemCtx(), { address: "mia@example.com" });
  expect(await nameOf(personId)).toBe("mia@example.com");
  await findOrCreateContact(systemCtx(), { address: "mia@example.com", name: "Mia Sato" });
  await findOrCreateContact(systemCtx(), { address: "mia@example.com", name: "Somebody Else" });
  expect(await nameOf(personId)).toBe("Mia Sato");
});

test("staff stay staff and get no contact", async () => {
  const found = await findOrCreateContact(systemCtx(), { address: "sara@northwind.example", name: "X" });
  expect(found).toEqual({ personId: cast.sara.id, organizationId: null, created: false });
  expect(await nameOf(cast.sara.id)).toBe("Sara Bianchi");
  expect(await database().prisma.contact.count({ where: { personId: cast.sara.id } })).toBe(0);
});

test("of many at once one creates, and nobody is left without an address", async () => {
  const found = await Promise.all(
    Array.from({ length: 12 }, (_, i) =>
      findOrCreateContact(systemCtx(), { address: "race@marchetti.example", name: i % 2 ? `Name ${i}` : "" }),
    ),
  );
  expect(new Set(found.map((f) => f.personId)).size).toBe(1);
  expect(found.filter((f) => f.created)).toHaveLength(1);
  expect(await database().prisma.person.count({ where: { addresses: { none: {} } } })).toBe(0);
  expect(await database().prisma.event.count({ where: { personId: found[0]!.personId } })).toBe(1);
});

test("what is no address is refused", async () => {
  await expect(findOrCreateContact(systemCtx(), { address: "Bruno" })).rejects.toMatchObject({ kind: "invalid" });
});
