import { afterAll, beforeAll, expect, test } from "vitest";
import { projections } from "~/jobs/search-projections";
import { forgetConfig } from "~/platform/config.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { catchUp, finds } from "#tests/support/searching";
import { type StandIn, startMeilisearchStandIn } from "#tests/support/meilisearch-stand-in";
import { openGiulias } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { checkIndexes } from "./check-indexes.server";
import { getSearchHealth } from "./get-search-health.server";
import { indexChanges } from "./index-changes.server";
import { forgetStates } from "./internal/index-state.server";
import { forgetBreaker } from "./internal/stand-in.server";
import { reindex } from "./reindex.server";
import { searchIndex } from "./search-index.server";

useDatabase();
let server: StandIn;
beforeAll(async () => {
  server = await startMeilisearchStandIn();
  Object.assign(process.env, { MEILISEARCH_HOST: server.host, MEILISEARCH_API_KEY: server.apiKey });
  forgetConfig();
});
afterAll(async () => {
  delete process.env.MEILISEARCH_HOST;
  delete process.env.MEILISEARCH_API_KEY;
  forgetConfig();
  await server.close();
});

const ask = async () => {
  const { engine, standIn, hits } = await searchIndex(systemCtx(), { text: "leaks", kinds: ["message"], limit: 5 });
  return { engine, standIn, found: hits.length };
};
const waiting = () => database().prisma.searchChange.count();

test("PostgreSQL answers until Meilisearch is built, while it is away, and no longer when it is back", async () => {
  await openGiulias();
  await catchUp();
  expect(await ask()).toEqual({ engine: "postgres", standIn: true, found: 1 });
  expect(await getSearchHealth(systemCtx())).toMatchObject({ engine: "meilisearch", standIn: true, builtAt: null });
  await reindex(systemCtx(), "meilisearch", projections);
  expect(await ask()).toEqual({ engine: "meilisearch", standIn: false, found: 1 });

  server.mood.away = true;
  expect(await ask()).toEqual({ engine: "postgres", standIn: true, found: 1 });
  const away = await getSearchHealth(systemCtx());
  expect(away).toMatchObject({ standIn: true, error: expect.stringContaining("failed") });
  expect(away.downSince).not.toBeNull();
  const asked = server.requests.length;
  expect(await ask()).toMatchObject({ engine: "postgres" });
  expect(server.requests.length).toBe(asked);

  await openGiulias({ body: { text: "A second one leaks too." } });
  await catchUp();
  expect(await finds(systemCtx(), "second leaks", { kinds: ["message"] })).toHaveLength(1);
  await expect(indexChanges(systemCtx(), "meilisearch", projections)).rejects.toBeInstanceOf(Error);
  expect(await waiting()).toBeGreaterThan(0);

  server.mood.away = false;
  await checkIndexes(systemCtx(), projections);
  forgetBreaker();
  forgetStates();
  expect((await getSearchHealth(systemCtx())).downSince).toBeNull();
  await indexChanges(systemCtx(), "meilisearch", projections);
  expect(await waiting()).toBe(0);
  expect(await ask()).toEqual({ engine: "meilisearch", standIn: false, found: 2 });

  server.indexes.clear();
  expect(await ask()).toEqual({ engine: "postgres", standIn: true, found: 2 });
  expect(server.refused).toEqual([]);
});
