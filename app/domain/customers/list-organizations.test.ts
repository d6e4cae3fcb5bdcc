import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import { PAGE_SIZE } from "~/platform/keyset.server";
import { castCtx, organizations } from "#tests/support/cast";
import { countStatements } from "#tests/support/statements";
import { useDatabase } from "#tests/support/use-database";
import { archiveAsset } from "./archive-asset.server";
import { createAsset } from "./create-asset.server";
import { listOrganizations } from "./list-organizations.server";
import { assetForm } from "./organization-schema";
import { suggestOrganizations } from "./suggest-organizations.server";

useDatabase();
const ada = () => castCtx("ada");
const sara = () => castCtx("sara");
const MANY = 2 * PAGE_SIZE + 3;
const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);

beforeAll(async () => {
  const at = new Date("2026-01-05T08:00:00Z");
  // Of one name, so that the walk must part them by id.
  const same = Array.from({ length: MANY }, () => ({ id: newId(), name: "Ștefan & Figli", createdAt: at }));
  await database().prisma.organization.createMany({ data: same });
  await database().prisma.organization.createMany({
    data: [
      { id: newId(), name: "100% Acqua", domain: "acqua.example", createdAt: at },
      { id: newId(), name: "Насосы_Юг", domain: "yug.example", createdAt: at },
    ],
  });
});

describe("organizations in the administration", () => {
  const walk = (after: string | null, q = "") => listOrganizations(ada(), { q, after });

  test("are the administrators' alone", async () => {
    for (const who of ["sara", "giulia"] as const)
      await expect(listOrganizations(castCtx(who), { after: null })).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("are walked by name to the end and back, each once, also many of one name", async () => {
    const seen: string[] = [];
    let page = await walk(null);
    const first = page;
    expect(page.previous).toBeNull();
    for (;;) {
      seen.push(...page.rows.map(({ id }) => id));
      if (!page.next) break;
      page = await walk(page.next);
    }
    const count = await database().prisma.organization.count();
    expect(new Set(seen).size).toBe(count);
    expect(seen).toHaveLength(count);
    page = await walk(page.previous);
    expect(page.rows.map(({ id }) => id)).toEqual(seen.slice(PAGE_SIZE, 2 * PAGE_SIZE));
    expect((await walk(page.previous)).rows).toEqual(first.rows);
    for (const strange of [
      "",
      "x",
      Buffer.from("fnothing").toString("base64url"),
      Buffer.from(`f${newId()}a\0`).toString("base64url"),
    ])
      // prettier-ignore
      expect((await walk(strange)).rows).toEqual(first.rows);
  });

  test("are found by part of name and domain, whatever the case; marks of patterns are letters", async () => {
    expect(names((await walk(null, "acqua.ex")).rows)).toEqual(["100% Acqua"]);
    expect(names((await walk(null, "насосы")).rows)).toEqual(["Насосы_Юг"]);
    expect(names((await walk(null, "%")).rows)).toEqual(["100% Acqua"]);
    expect(names((await walk(null, "_")).rows)).toEqual(["Насосы_Юг"]);
    const found = await walk(null, "figli");
    expect(found.rows).toHaveLength(PAGE_SIZE);
    expect((await walk(found.next, "figli")).rows).toHaveLength(PAGE_SIZE);
    expect(await walk(null, "nowhere")).toEqual({ rows: [], next: null, previous: null });
  });

  test("say how many contacts, products and contracts they have; archived products do not count; one statement", async () => {
    const { id } = organizations.marchetti;
    const product = assetForm.parse({ name: "Pump" });
    await createAsset(ada(), id, product);
    const { assetId } = await createAsset(ada(), id, product);
    await archiveAsset(ada(), id, assetId);
    const { rows } = await walk(null, "marchetti");
    expect(rows).toMatchObject([{ id, contacts: 2, assets: 1, contracts: 0 }]);
    expect(await countStatements(() => walk(null))).toBe(1);
  });
});

describe("organizations while one types", () => {
  test("are for staff", async () => {
    for (const name of ["giulia", "hana"] as const)
      await expect(suggestOrganizations(castCtx(name), "m")).rejects.toMatchObject({ kind: "forbidden" });
    expect(names(await suggestOrganizations(sara(), "marchetti"))).toEqual(["Marchetti Impianti"]);
  });

  test("are the first twenty by name with these letters in name or domain; marks and nothing harm not", async () => {
    expect(names(await suggestOrganizations(sara(), "  TANAKA.ex "))).toEqual(["Tanaka Works"]);
    expect(await suggestOrganizations(sara(), "figli")).toHaveLength(20);
    expect(names(await suggestOrganizations(sara(), "%"))).toEqual(["100% Acqua"]);
    expect(names(await suggestOrganizations(sara(), "_"))).toEqual(["Насосы_Юг"]);
    expect(await suggestOrganizations(sara(), "\\")).toEqual([]);
    expect(names(await suggestOrganizations(sara(), "yug\0"))).toEqual(["Насосы_Юг"]);
    expect(await suggestOrganizations(sara(), "")).toHaveLength(20);
  });
});
