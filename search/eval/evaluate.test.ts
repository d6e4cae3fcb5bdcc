import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { database } from "~/platform/db.server";
import { useDatabase } from "#tests/support/use-database";
import { openPostgresIndex } from "../postgres/open-index";
import { sqlOf } from "../postgres/sql";
import { evaluateBaseline } from "./baseline";
import { evaluate } from "./evaluate";

useDatabase({ cast: false });

const sql = () => sqlOf(database().pool);

async function open() {
  const engine = openPostgresIndex(sql(), { name: `eval_${randomBytes(4).toString("hex")}` });
  await (await engine.rebuild()).swap();
  return { engine, close: () => engine.destroy() };
}

const schemas = async () =>
  (await sql().query<{ name: string }>("select nspname as name from pg_namespace where nspname like 'search%'")).map(
    ({ name }) => name,
  );

describe("evaluate", () => {
  it("reads lines in any order, asks every question and leaves nothing behind", async () => {
    const lines = [
      { query: "pasword", locale: "en", relevant: ["a"] },
      { doc: { id: "a", locale: "en", title: "Reset your password", body: "Choose the link." } },
      { query: "perdita", locale: "it", relevant: ["b", "c"] },
      { doc: { id: "b", locale: "it", title: "Perdite d'acqua", body: "" } },
      { doc: { id: "c", locale: "it", title: "Fatture", body: "Dove si trovano" } },
      { query: "nobody knows", locale: "ro", relevant: [] },
    ];
    const result = await evaluate(open, lines.map((line) => JSON.stringify(line)).join("\n"));
    expect(result).toMatchObject({ queries: 2, "MRR@10": 1, "hit@10": 1 });
    expect(result["nDCG@10"]).toBeCloseTo((1 + 1 / (1 + 1 / Math.log2(3))) / 2, 3);
    expect(await schemas()).toEqual([]);
  });

  it("says which line it cannot read, and leaves nothing behind", async () => {
    await expect(evaluate(open, '{"doc":{"id":"a","locale":"en"}}\n{"quer')).rejects.toThrow("line 2");
    await expect(evaluate(open, '{"query":"x","locale":"xx","relevant":[]}')).rejects.toThrow("line 1");
    expect(await schemas()).toEqual([]);
  });

  it("says when it cannot judge: two texts of one name, no document, no question", async () => {
    const doc = (body: string) => `{"doc":{"id":"a","locale":"en","title":"Pump","body":"${body}"}}\n`;
    const query = '{"query":"pump","locale":"en","relevant":["a"]}\n';
    await expect(evaluate(open, doc("x") + query + doc("y"))).rejects.toThrow('line 3: the document "a" has another');
    await expect(evaluate(open, query)).rejects.toThrow("no document");
    await expect(evaluate(open, doc("x"))).rejects.toThrow("no question");
    await expect(evaluate(open, "")).rejects.toThrow("no document");
    expect(await evaluate(open, doc("x") + query + doc("x"))).toMatchObject({ queries: 1, "hit@10": 1 });
    expect(await schemas()).toEqual([]);
  });

  it("knows a text without a title by its first line, and long ones do not win by their length", async () => {
    const filler = Array.from({ length: 900 }, (_, i) => `word${"abcdefghij"[i % 10]}${i}`).join(" ");
    const lines = [
      { doc: { id: 1, locale: "en", title: "", body: `Everything else. ${filler} A gasket. No gasket.` } },
      {
        doc: { id: 2, locale: "en", title: "", body: `Tightness. ${filler} The gasket, every gasket, a gasket again.` },
      },
      { doc: { id: 3, locale: "en", title: "", body: "Pumps stand on feet. They need a level floor and a valve." } },
      { doc: { id: 4, locale: "en", title: "", body: "Valves close slowly. They stand beside pumps on a floor." } },
      { query: "gasket", locale: "en", relevant: [2] },
      { query: "pump valve", locale: "en", relevant: [3, 4] },
      { query: "valves", locale: "en", relevant: [4] },
    ];
    const result = await evaluate(open, lines.map((line) => JSON.stringify(line)).join("\n"));
    expect(result).toMatchObject({ queries: 3, "nDCG@10": 1 });
  });

  it("leaves nothing behind when it is aborted while it loads or asks", async () => {
    const document = (i: number) => JSON.stringify({ doc: { id: i, locale: "en", title: `Pump ${i}`, body: "x" } });
    const lines = [...Array.from({ length: 1200 }, (_, i) => document(i)), '{"query":"pump","relevant":[1]}'].join(
      "\n",
    );
    const loading = new AbortController();
    const openLoading = async () => {
      const { engine, close } = await open();
      const rebuild = async () => {
        const next = await engine.rebuild();
        return {
          ...next,
          put: (...args: Parameters<typeof next.put>) => next.put(...args).then(() => loading.abort()),
        };
      };
      return { engine: { ...engine, rebuild }, close };
    };
    await expect(evaluate(openLoading, lines, loading.signal)).rejects.toThrow("aborted");
    const asking = new AbortController();
    const openAsking = async () => {
      const { engine, close } = await open();
      const search = (...args: Parameters<typeof engine.search>) => {
        asking.abort();
        return engine.search(...args);
      };
      return { engine: { ...engine, search }, close };
    };
    await expect(evaluate(openAsking, lines, asking.signal)).rejects.toThrow("aborted");
    expect(await schemas()).toEqual([]);
  });

  it("beats plain to_tsquery clearly over the demo's help centre", { timeout: 120_000 }, async () => {
    const lines = execFileSync(process.execPath, ["tests/relevance/build.mjs"], { encoding: "utf8", maxBuffer: 64e6 });
    const plain = await evaluateBaseline(sql(), lines);
    const ours = await evaluate(open, lines);
    expect(ours.queries).toBeGreaterThanOrEqual(150);
    expect(ours["nDCG@10"]).toBeGreaterThan(0.9);
    expect(ours["nDCG@10"] - plain["nDCG@10"]).toBeGreaterThan(0.15);
  });
});
