import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type StandIn, startMeilisearchStandIn } from "#tests/support/meilisearch-stand-in";
import { documentOf } from "../conformance/corpus";
import { quote } from "./filters";
import { type MeilisearchIndex, openMeilisearchIndex } from "./open-index";

let server: StandIn;
let index: MeilisearchIndex;
beforeAll(async () => {
  server = await startMeilisearchStandIn();
  index = openMeilisearchIndex(server, "own");
});
afterEach(() => void Object.assign(server.mood, { away: false, busy: 0, failing: null, version: "1.22.0" }));
afterAll(() => server.close());

const find = (text: string, principals: string[]) =>
  index.search({ text, locale: "en", kinds: ["article"], principals, limit: 10 });

describe("the adapter", () => {
  it("says what is missing, builds it with every setting, and then that all is well", async () => {
    expect(await index.check()).toMatchObject({ ok: false, reason: "missing" });
    await (await index.rebuild()).swap();
    expect(await index.check()).toEqual({ ok: true });
    server.indexes.get("own")!.settings.rankingRules = ["words"];
    expect(await index.check()).toEqual({ ok: false, reason: "outdated", detail: "other rankingRules" });
    await (await index.rebuild()).swap();
    expect([...server.indexes.keys()]).toEqual(["own"]);
  });

  it("asks for a version that it speaks", async () => {
    server.mood.version = "1.17.9";
    expect(await index.check()).toMatchObject({ ok: false, reason: "away", detail: expect.stringContaining("1.17.9") });
  });

  it("repeats what a busy server refused, and throws what a task failed of", async () => {
    server.mood.busy = 2;
    await index.put([documentOf({ group: "a", title: "Busy bee" })]);
    expect((await find("bee", ["public"])).total.count).toBe(1);
    server.mood.failing = "documentAdditionOrUpdate";
    await expect(index.put([documentOf({ group: "b", title: "Lost" })])).rejects.toThrow("the disk is full");
  });

  it("throws at once when a search cannot reach the server", async () => {
    server.mood.away = true;
    await expect(find("bee", ["public"])).rejects.toThrow("has failed");
    expect(await index.check()).toMatchObject({ ok: false, reason: "away" });
  });

  it("lets nothing out of the quotes of a filter", async () => {
    expect(quote('a" OR kind = "article')).toBe('"a\\" OR kind = \\"article"');
    await index.put([documentOf({ group: "s", title: "Secret bee", audience: ["staff"] })]);
    for (const principal of ['x"] OR audience IN ["staff', "x\\", 'x\\" OR kind EXISTS', "*", ""])
      expect((await find("bee", [principal])).hits).toEqual([]);
    const request = { text: "bee", locale: "en", kinds: ["article"], principals: ["public"], limit: 10 } as const;
    const filters = [{ field: 'category = "x" OR audience', any: ["staff"] }];
    await expect(index.search({ ...request, filters })).rejects.toThrow("There is no facet");
    expect(server.refused).toEqual([]);
  });
});
