import { expect, test } from "vitest";
import { cast, castCtx } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { changePreferences } from "./change-preferences.server";
import { listPreferences } from "./list-preferences.server";

useDatabase();

test("everything is on until it is switched off; each side has its own kinds", async () => {
  expect(await listPreferences(castCtx("giulia"), cast.giulia)).toEqual(
    ["receipt", "reply", "solved"].map((kind) => ({ kind, mail: true, screen: true })),
  );
  for (let i = 0; i < 2; i++)
    await changePreferences(castCtx("sara"), cast.sara, { mail: ["mentioned"], screen: ["assigned", "nonsense"] });
  expect(await listPreferences(castCtx("sara"), cast.sara)).toEqual([
    { kind: "assigned", mail: false, screen: true },
    { kind: "mentioned", mail: true, screen: false },
    { kind: "customer_replied", mail: false, screen: false },
    { kind: "escalated", mail: false, screen: false },
    { kind: "mail_held", mail: false, screen: false },
  ]);
});

test("contracts are for administrators alone", async () => {
  const kinds = async (who: "sara" | "ada") => (await listPreferences(castCtx(who), cast[who])).map(({ kind }) => kind);
  expect(await kinds("sara")).not.toContain("contract");
  expect(await kinds("ada")).toContain("contract");
});

test("nobody moves another's switches", async () => {
  await expect(changePreferences(castCtx("giulia"), cast.hana, { mail: [], screen: [] })).rejects.toMatchObject({
    kind: "forbidden",
  });
});
