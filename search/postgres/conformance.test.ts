import { randomBytes } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { database } from "~/platform/db.server";
import { useDatabase } from "#tests/support/use-database";
import { conformance } from "../conformance";
import { openPostgresIndex } from "./open-index";
import { sqlOf } from "./sql";

useDatabase({ cast: false });

const suite = conformance(async () => {
  const engine = openPostgresIndex(sqlOf(database().pool), { name: `t_${randomBytes(4).toString("hex")}` });
  await (await engine.rebuild()).swap();
  return { engine, close: () => engine.destroy() };
});

describe("the PostgreSQL engine", () => {
  afterAll(() => suite.close());
  it.each(suite.cases)("$name", async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
  });
});
