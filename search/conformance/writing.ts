import assert from "node:assert/strict";
import type { SearchEngine, Synonyms } from "../engine";
import { corpus, documentOf } from "./corpus";
import { ask, type ConformanceCase } from "./reading";

const NONE: Synonyms = { en: [], it: [], ro: [], ru: [] };
const found = async (engine: SearchEngine, text: string) =>
  (await ask(engine, text)).hits.map(({ group }) => group).sort();
const V = Date.UTC(2026, 0, 5);

/** Each over an engine of its own that is built and empty. */
export const writingCases: ConformanceCase[] = [
  {
    name: "pages through all groups without repeating or skipping one",
    async check(engine) {
      await engine.put(
        Array.from({ length: 57 }, (_, i) =>
          documentOf({
            group: `g${i}`,
            title: i % 3 ? "Pump" : "Pump and valve",
            body: "valve ".repeat(i % 7),
            at: new Date(V + (i % 9) * 1e7),
          }),
        ),
      );
      for (const text of ["pump", "valve", ""]) {
        const seen: string[] = [];
        let after: string | null = null;
        let total = 0;
        do {
          const answer = await ask(engine, text, { limit: 10, after });
          seen.push(...answer.hits.map(({ group }) => group));
          total = answer.total.count;
          after = answer.next;
          assert.ok(answer.hits.length > 0);
        } while (after);
        assert.equal(new Set(seen).size, seen.length, `${text}: nothing twice`);
        assert.equal(seen.length, total, `${text}: nothing left out`);
      }
    },
  },
  {
    name: "reads words that mean the same, single and several, in their language",
    async check(engine) {
      await engine.put([
        documentOf({ group: "a", title: "Which spanner fits" }),
        documentOf({ group: "b", title: "Lights of the pump house" }),
      ]);
      await engine.setSynonyms({
        ...NONE,
        en: [
          ["spanner", "wrench"],
          ["engine room", "pump house"],
        ],
      });
      assert.deepEqual(await found(engine, "wrenches"), ["a"]);
      assert.deepEqual(await found(engine, "engine room"), ["b"]);
      await engine.setSynonyms(NONE);
      assert.deepEqual(await found(engine, "wrenches"), []);
    },
  },
  {
    name: "keeps the newer of two writes, whichever comes last",
    async check(engine) {
      await engine.put([documentOf({ group: "a", title: "New words", version: V + 2 })]);
      await engine.put([documentOf({ group: "a", title: "Old words", version: V + 1 })]);
      assert.deepEqual([await found(engine, "new"), await found(engine, "old")], [["a"], []]);
      await engine.put([documentOf({ group: "a", title: "Newest words", version: V + 3 })]);
      assert.deepEqual([await found(engine, "newest"), await found(engine, "new")], [["a"], []]);
      assert.equal(await engine.count(), 1);
    },
  },
  {
    name: "keeps the newer of writes made at once",
    async check(engine) {
      const versions = Array.from({ length: 12 }, (_, i) => (i * 7) % 12);
      await Promise.all(
        versions.map((n) => engine.put([documentOf({ group: "a", title: `edition${n}x`, version: V + n })])),
      );
      assert.deepEqual(await found(engine, "edition11x"), ["a"]);
    },
  },
  {
    name: "does not bring back what was taken out after it was read",
    async check(engine) {
      const document = documentOf({ group: "a", title: "Gone", version: V + 1 });
      await engine.put([document]);
      await engine.remove([document.id], V + 2);
      await engine.put([document]);
      assert.deepEqual(await found(engine, "gone"), []);
      assert.equal(await engine.count(), 0);
      await engine.put([{ ...document, version: V + 3 }]);
      assert.deepEqual(await found(engine, "gone"), ["a"]);
    },
  },
  {
    name: "takes out a thing's documents but those to keep",
    async check(engine) {
      const [en, it] = [
        documentOf({ group: "a", title: "Gone" }),
        documentOf({ group: "a", locale: "it", title: "Gone" }),
      ];
      const other = documentOf({ group: "b", title: "Gone" });
      await engine.put([en, it, other]);
      await engine.removeGroups([{ kind: "article", group: "a" }], [it.id]);
      assert.equal(await engine.count(), 2);
      await engine.removeGroups([{ kind: "article", group: "a" }]);
      assert.deepEqual(await found(engine, "gone"), ["b"]);
    },
  },
  {
    name: "sees a change of audience at once",
    async check(engine) {
      const document = documentOf({ group: "a", title: "Prices", version: V });
      await engine.put([document]);
      await engine.put([{ ...document, audience: ["staff"], version: V + 1 }]);
      assert.deepEqual(await found(engine, "prices"), []);
    },
  },
  {
    name: "tells what it has exactly so from what differs",
    async check(engine) {
      const document = documentOf({ group: "a", title: "Pump", data: { slug: "pump" }, version: V });
      const later = { ...document, version: V + 1 };
      const differing = async (given: typeof document) => (await engine.differing([given])).length === 1;
      assert.ok(await differing(document));
      await engine.put([document]);
      assert.ok(!(await differing(later)));
      for (const change of [
        { body: "New" },
        { audience: ["staff"] },
        { facets: ["tag=new"] },
        { data: { slug: "new" } },
      ])
        assert.ok(await differing({ ...later, ...change }), JSON.stringify(change));

      const rebuild = await engine.rebuild();
      assert.ok(await differing(later), "the successor does not have it yet");
      await rebuild.put([later]);
      assert.ok(!(await differing(later)));
      await rebuild.swap();
      assert.ok(!(await differing(later)));
      await engine.remove([document.id]);
      assert.ok(await differing(later));
    },
  },
  {
    name: "builds a successor beside the index, and what changes meanwhile reaches both",
    async check(engine) {
      await engine.put([documentOf({ group: "a", title: "First" }), documentOf({ group: "b", title: "Second" })]);
      const rebuild = await engine.rebuild();
      await rebuild.put([documentOf({ group: "c", title: "Third" })]);
      assert.deepEqual(await found(engine, "third"), []);
      await engine.put([documentOf({ group: "d", title: "Fourth" })]);
      await engine.remove(["article:b:en"], V + 86_400_000 * 2);
      await rebuild.put([documentOf({ group: "b", title: "Second", version: V })]);
      assert.deepEqual([await found(engine, "fourth"), await found(engine, "second")], [["d"], []]);
      await rebuild.swap();
      assert.deepEqual(await found(engine, "third"), ["c"]);
      assert.deepEqual(await found(engine, "fourth"), ["d"]);
      assert.deepEqual([await found(engine, "first"), await found(engine, "second")], [[], []]);
      assert.equal(await engine.count(), 2);
    },
  },
  {
    name: "forgets a successor that was given up or left behind",
    async check(engine) {
      await engine.put(corpus);
      const given = await engine.rebuild();
      await given.put([documentOf({ group: "x", title: "Rubbish" })]);
      await given.drop();
      const left = await engine.rebuild();
      await left.put([documentOf({ group: "x", title: "Rubbish" })]);
      const next = await engine.rebuild();
      await next.put([documentOf({ group: "y", title: "Clean" })]);
      await next.swap();
      assert.deepEqual([await found(engine, "rubbish"), await found(engine, "clean")], [[], ["y"]]);
      assert.deepEqual(await engine.check(), { ok: true });
    },
  },
  {
    name: "takes texts and ids of any letters, and gives them back",
    async check(engine) {
      const body = String.raw`A log says \u0000, \ud83d and \\u0000 in C:\users. "Quoted" \x`;
      const odd = ["a b/c:d", "ß\\ud800é", "0".repeat(400), "'; --", "😀", "Чай", "чай", "мёд"];
      await engine.put(odd.map((group) => documentOf({ group, title: `Escapes ${group}`, body })));
      const { hits } = await ask(engine, "escapes log");
      assert.deepEqual(hits.map(({ group }) => group).sort(), [...odd].sort());
      await engine.put([documentOf({ group: "half", title: "Broken \ud83d smile \0", body: "x", version: V + 1 })]);
      assert.deepEqual(await found(engine, "broken smile"), ["half"]);
    },
  },
  {
    name: "keeps its synonyms over a rebuild",
    async check(engine) {
      await engine.setSynonyms({ ...NONE, en: [["spanner", "wrench"]] });
      const rebuild = await engine.rebuild();
      await rebuild.put([documentOf({ group: "a", title: "Spanner" })]);
      await rebuild.swap();
      assert.deepEqual(await found(engine, "wrench"), ["a"]);
    },
  },
];
