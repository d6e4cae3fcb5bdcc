import { describe, expect, test } from "vitest";
import { database } from "~/platform/db.server";
import { cast, castCtx } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { suggestContacts } from "./suggest-contacts.server";

useDatabase();

describe("suggestContacts", () => {
  test("names customers whose address begins with what was typed, whatever its case", async () => {
    const found = await suggestContacts(castCtx("sara"), " P.Fer");
    expect(found).toEqual([{ address: cast.paolo.email, name: cast.paolo.name, organization: "Marchetti Impianti" }]);
  });

  test("leaves out colleagues, people who left, single letters and marks of patterns", async () => {
    expect(await suggestContacts(castCtx("sara"), "elena@")).toEqual([]);
    expect(await suggestContacts(castCtx("sara"), "g")).toEqual([]);
    expect(await suggestContacts(castCtx("sara"), "%%")).toEqual([]);
    const where = { id: cast.hana.id };
    await database().prisma.person.update({ where, data: { deactivatedAt: new Date() } });
    expect(await suggestContacts(castCtx("sara"), "hana")).toEqual([]);
    await database().prisma.person.update({ where, data: { deactivatedAt: null } });
    expect(await suggestContacts(castCtx("sara"), "hana")).toHaveLength(1);
  });

  test("is for staff alone", async () => {
    await expect(suggestContacts(castCtx("giulia"), "hana")).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("reads the index of beginnings", async () => {
    const { prisma } = database();
    const [, plan] = await prisma.$transaction([
      prisma.$executeRaw`set local enable_seqscan = off`,
      prisma.$queryRaw`explain select address from email_address where lower(address) ~>=~ 'ha' and lower(address) ~<~ 'hb'`,
    ]);
    expect(JSON.stringify(plan)).toContain("email_address_prefix");
  });
});
