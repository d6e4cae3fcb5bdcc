import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { GOOD_MOOD, type StandIn, startMeilisearchStandIn } from "#tests/support/meilisearch-stand-in";
import { documentOf } from "../conformance/corpus";
import { dropLeftovers } from "./drop-leftovers";
import { quote } from "./filters";
import { type MeilisearchIndex, openMeilisearchIndex } from "./open-index";

let server: StandIn;
let index: MeilisearchIndex;
beforeAll(async () => {
  server = await startMeilisearchStandIn();
  index = openMeilisearchIndex(server, "own");
});
afterEach(() => void Object.assign(server.mood, GOOD_MOOD));
afterAll(() => server.close());

const question = { text: "bee", locale: "en", kinds: ["article"], principals: ["public"], limit: 10 } as const;
const find = (text: string, principals: string[]) => index.search({ ...question, text, principals });

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

  it("says what a server answers that takes no more changes, or not this key", async () => {
    server.mood.full = true;
    await expect(index.put([documentOf({ group: "b" })])).rejects.toThrow("422: Meilisearch cannot receive write");
    const stranger = openMeilisearchIndex({ host: server.host, apiKey: "another" }, "own");
    expect(await stranger.check()).toMatchObject({
      ok: false,
      reason: "away",
      detail: expect.stringMatching(/403.*\(invalid_api_key\)/) as string,
    });
    const acts = [
      () => stranger.search(question),
      () => stranger.count(),
      () => stranger.differing([documentOf({ group: "a" })]),
    ];
    for (const act of acts)
      await expect(act()).rejects.toThrow("Meilisearch answered 403: The provided API key is invalid.");
    await expect(stranger.rebuild()).rejects.toThrow("403");
  });

  it("says that what answers is no Meilisearch", async () => {
    for (const [body, says] of [
      ["<html>", "is no Meilisearch"],
      ["{}", "1.18 or newer is needed; this is something else"],
    ] as const) {
      const other = createServer((_, response) => response.end(body));
      await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
      const host = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
      const detail = expect.stringContaining(says) as string;
      expect(await openMeilisearchIndex({ host, apiKey: "k" }).check()).toMatchObject({ reason: "away", detail });
      await new Promise((resolve) => other.close(resolve));
    }
  });

  it("repeats what can be repeated when an answer is lost, and never swaps twice", async () => {
    server.mood.losing = "POST /indexes";
    const rebuild = await index.rebuild();
    await rebuild.put([documentOf({ group: "n", title: "Newer bee" })]);
    server.mood.losing = "POST /swap-indexes";
    await expect(rebuild.swap()).rejects.toThrow("has failed");
    await rebuild.drop();
    expect((await find("bee", ["public"])).hits.map(({ group }) => group)).toEqual(["n"]);
    expect(server.requests.filter((what) => what === "POST /swap-indexes").length).toBe(3);
    server.mood.losing = "POST /indexes/own/documents";
    await index.put([documentOf({ group: "a", title: "Busy bee" })]);
    expect(await index.count()).toBe(2);
  });

  it("tells apart things whose ids differ in letters that a key cannot have", async () => {
    const ids = ["doc.1", "doc_1", "doc-1", "Doc-1", "чай", "мёд", "x".repeat(600), `${"x".repeat(600)}y`];
    const kept = openMeilisearchIndex(server, "ids");
    await (await kept.rebuild()).swap();
    const documents = ids.map((group) => documentOf({ group, title: "Same title" }));
    await kept.put(documents);
    expect(await kept.count()).toBe(ids.length);
    expect(await kept.differing(documents)).toEqual([]);
    await kept.removeGroups([{ kind: "article", group: "Doc-1" }]);
    const { hits } = await kept.search({ ...question, text: "same title" });
    expect(hits.map(({ group }) => group).sort()).toEqual(ids.filter((id) => id !== "Doc-1").sort());
    await kept.destroy();
  });

  it("takes away what a killed evaluation left behind, and nothing else", async () => {
    const names = ["eval_100_ab12", "eval_100_ab12_next", "eval_300_cd", "evaluation", "eval_100", "other_100_ab"];
    const empty = { settings: {}, synonyms: {}, documents: new Map() };
    for (const name of names) server.indexes.set(name, { ...empty });
    await dropLeftovers(server, "eval", 200_000);
    expect(names.filter((name) => server.indexes.has(name))).toEqual(names.slice(2));
    for (const name of names) server.indexes.delete(name);
  });

  it("changes synonyms only when they are others", async () => {
    const changes = () => server.requests.filter((what) => what === "PUT /indexes/own/settings/synonyms").length;
    const before = changes();
    await index.setSynonyms({ en: [], it: [], ro: [], ru: [] });
    expect(changes()).toBe(before);
    const own = [["bee", "create a buzz"]];
    await index.setSynonyms({ en: own, it: [], ro: [], ru: [] });
    await index.setSynonyms({ en: own, it: [], ro: [], ru: [] });
    expect(changes()).toBe(before + 1);
    await index.put([documentOf({ group: "z", title: "How to create a buzz" })]);
    expect((await find("bee", ["public"])).hits.map(({ group }) => group)).toContain("z");
  });

  it("throws at once when a search cannot reach the server", async () => {
    server.mood.away = true;
    await expect(find("bee", ["public"])).rejects.toThrow("has failed");
    expect(await index.check()).toMatchObject({ ok: false, reason: "away" });
  });

  it("finds by values with quotes and backslashes in them", async () => {
    const value = String.raw`C:\new "x" \"`;
    await index.put([documentOf({ group: "q", title: "Quoted bee", facets: [`category=${value}`] })]);
    const answer = await index.search({
      ...question,
      filters: [{ field: "category", any: [value] }],
      facets: ["category"],
    });
    expect(answer.hits.map(({ group }) => group)).toEqual(["q"]);
    expect(answer.facets.category).toEqual([{ value, count: 1 }]);
  });

  it("lets nothing out of the quotes of a filter", async () => {
    expect(quote('a" OR kind = "article')).toBe('"a\\" OR kind = \\"article"');
    await index.put([documentOf({ group: "s", title: "Secret bee", audience: ["staff"] })]);
    for (const principal of ['x"] OR audience IN ["staff', "x\\", 'x\\" OR kind EXISTS', "*", ""])
      expect((await find("bee", [principal])).hits).toEqual([]);
    const filters = [{ field: 'category = "x" OR audience', any: ["staff"] }];
    await expect(index.search({ ...question, filters })).rejects.toThrow("There is no facet");
    expect(server.refused).toEqual([]);
  });
});
