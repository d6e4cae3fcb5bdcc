import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StandIn, startMeilisearchStandIn } from "#tests/support/meilisearch-stand-in";
import { conformance, type OpenEmpty } from "../conformance";
import type { MeilisearchAccess } from "./client";
import { openMeilisearchIndex } from "./open-index";

const openIn =
  (access: () => MeilisearchAccess): OpenEmpty =>
  async () => {
    const engine = openMeilisearchIndex(access(), `sportello_test_${randomBytes(4).toString("hex")}`);
    await (await engine.rebuild()).swap();
    return { engine, close: () => engine.destroy() };
  };

const { MEILISEARCH_HOST: host, MEILISEARCH_API_KEY: apiKey } = process.env;
if (!host || !apiKey)
  process.stderr.write(
    "skipped: the conformance suite on a Meilisearch server; MEILISEARCH_HOST and MEILISEARCH_API_KEY are not set\n",
  );

describe.skipIf(!host || !apiKey)("the Meilisearch engine on a server", () => {
  const suite = conformance(openIn(() => ({ host: host ?? "", apiKey: apiKey ?? "" })));
  afterAll(() => suite.close());
  it.each(suite.cases)("$name", async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
  });
});

describe("the Meilisearch engine on a strict stand-in", () => {
  let server: StandIn;
  const suite = conformance(openIn(() => server));
  beforeAll(async () => void (server = await startMeilisearchStandIn()));
  afterAll(async () => {
    await suite.close();
    await server.close();
  });
  it.each(suite.cases)("$name", async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
    expect(server.refused).toEqual([]);
  });
});
