import { expect, test } from "vitest";
import { castCtx } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { systemCtx } from "~/platform/ctx.server";
import { limitTrials } from "./limit-trials.server";
import { testTransport } from "./test-transport.server";

useDatabase();

test("trials that connect somewhere are counted for each administrator and kind", async () => {
  for (let i = 0; i < 20; i++) await testTransport(castCtx("ada"));
  await expect(testTransport(castCtx("ada"))).rejects.toMatchObject({ kind: "too_many" });
  await limitTrials(castCtx("ada"), "receiver");
  await limitTrials(castCtx("sara"), "transport");
  await limitTrials(systemCtx(), "transport");
});
