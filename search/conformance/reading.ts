import assert from "node:assert/strict";
import type { Marked, SearchEngine, SearchRequest } from "../engine";

/** A rule that every engine keeps; `check` throws when this one does not. */
export type ConformanceCase = { name: string; check(engine: SearchEngine): Promise<void> };

const HELP = ["article", "faq", "news"] as const;
const CASES = ["ticket", "message"] as const;

/** A guest's search in the help centre unless told otherwise. */
export const ask = (engine: SearchEngine, text: string, over: Partial<SearchRequest> = {}) =>
  engine.search({ text, locale: "en", kinds: HELP, principals: ["public"], limit: 10, ...over });

const groups = async (engine: SearchEngine, text: string, over: Partial<SearchRequest> = {}) =>
  (await ask(engine, text, over)).hits.map(({ group }) => group);

const plain = (marked: Marked) => marked.map(({ text }) => text).join("");
const marks = (marked: Marked) => marked.filter(({ match }) => match).map(({ text }) => text);

async function first(engine: SearchEngine, text: string, group: string, over: Partial<SearchRequest> = {}) {
  const found = await groups(engine, text, over);
  assert.equal(found[0], group, `${text}: ${group} comes first, not ${found.join(", ") || "nothing"}`);
}

async function none(engine: SearchEngine, text: string, group: string, over: Partial<SearchRequest> = {}) {
  const found = await groups(engine, text, over);
  assert.ok(!found.includes(group), `${text}: ${group} is not found`);
}

/** Over an engine that holds `corpus`. */
export const readingCases: ConformanceCase[] = [
  {
    name: "finds other forms of a word in English, Italian, Romanian and Russian",
    async check(engine) {
      await first(engine, "leaked", "leak");
      await first(engine, "invoice", "invoice");
      await first(engine, "spedizione urgente", "città", { locale: "it" });
      await first(engine, "soluție", "garantie", { locale: "ro" });
      await first(engine, "заказ", "ёлка", { locale: "ru" });
      await first(engine, "паролем", "password", { locale: "ru" });
    },
  },
  {
    name: "folds accents, ё and the two kinds of ș and ț in questions and texts",
    async check(engine) {
      await first(engine, "citta", "città", { locale: "it" });
      await first(engine, "CITTÀ", "città", { locale: "it" });
      await first(engine, "garantia", "garantie", { locale: "ro" });
      await first(engine, "garanţia", "garantie", { locale: "ro" });
      await first(engine, "елки", "ёлка", { locale: "ru" });
      await first(engine, "ёлки", "ёлка", { locale: "ru" });
    },
  },
  {
    name: "forgives a slip of the finger and says how it read the word",
    async check(engine) {
      await first(engine, "pasword", "password");
      await first(engine, "invioce", "invoice");
      await first(engine, "гирялнды", "ёлка", { locale: "ru" });
      await first(engine, "spedizoni", "città", { locale: "it" });
    },
  },
  {
    name: "takes neither numbers nor codes for misspellings",
    async check(engine) {
      assert.deepEqual(await groups(engine, "E43"), []);
      assert.deepEqual(await groups(engine, "10483", { kinds: CASES, principals: null }), []);
      for (const text of ["SP-21", "WX-4711", "wx4711"]) assert.deepEqual(await groups(engine, text), [], text);
      await first(engine, "WX-4712", "seal");
    },
  },
  {
    name: "finds codes however they are joined",
    async check(engine) {
      for (const text of ["SP-20", "sp20", "sp 20"]) await first(engine, text, "seal");
      await first(engine, "e42", "leak");
      await first(engine, "email", "invoice");
    },
  },
  {
    name: "completes the last word while it is typed, and no other",
    async check(engine) {
      await first(engine, "passw", "password", { prefix: true });
      await first(engine, "reset pass", "password", { prefix: true });
      for (const text of ["leaki", "leaking"]) await first(engine, text, "leak", { prefix: true });
      await first(engine, "гирл", "ёлка", { locale: "ru", prefix: true });
      await first(engine, "104", "t1", { kinds: CASES, principals: null, prefix: true });
    },
  },
  {
    name: "wants a phrase as it stands",
    async check(engine) {
      assert.deepEqual(await groups(engine, '"worn seal"'), ["seal"]);
      assert.deepEqual(await groups(engine, '"seal worn"'), []);
    },
  },
  {
    name: "leaves out what is excluded",
    async check(engine) {
      const found = await groups(engine, "pump -display");
      assert.ok(found.includes("seal") && !found.includes("leak"), found.join(", "));
    },
  },
  {
    name: "wants all words, and only when nothing has all of them those with most",
    async check(engine) {
      assert.deepEqual(await groups(engine, "pump screws"), ["seal"]);
      for (const text of ["worn seal marzipan", "marzipan worn seal"]) {
        assert.deepEqual(await groups(engine, text), ["seal"]);
        assert.equal((await ask(engine, text, { facets: ["category"] })).facets.category?.[0]?.count, 1);
      }
    },
  },
  {
    name: "ranks running text by any of its words",
    async check(engine) {
      const text = "Good morning, our machine shows water on the floor, the seal seems to leak. What can we do?";
      await first(engine, text, "leak", { match: "any" });
    },
  },
  {
    name: "puts a match in the title before one in the text",
    async check(engine) {
      const found = await groups(engine, "seal");
      assert.deepEqual(found.slice(0, 2), ["seal", "leak"]);
    },
  },
  {
    name: "shows a thing once, in the reader's language where it has that",
    async check(engine) {
      for (const locale of ["en", "it", "ru"] as const) {
        const { hits } = await ask(engine, "password", { locale });
        const shown = hits.filter(({ group }) => group === "password");
        assert.equal(shown.length, 1);
        if (locale !== "ru") assert.equal(shown[0]?.locale, locale);
      }
    },
  },
  {
    name: "collapses a ticket and its messages",
    async check(engine) {
      const { hits } = await ask(engine, "pump stopped", { kinds: CASES, principals: ["queue:repairs"] });
      assert.deepEqual(
        hits.map(({ group }) => group),
        ["t1"],
      );
    },
  },
  {
    name: "marks what matches in its own spelling and gives the rest back unchanged",
    async check(engine) {
      const { hits } = await ask(engine, "pumps seals");
      const hit = hits.find(({ group }) => group === "seal");
      assert.ok(hit);
      assert.equal(plain(hit.title), "Replace the shaft seal of a pump");
      assert.deepEqual(marks(hit.title), ["seal", "pump"]);
      assert.ok(plain(hit.snippet).length <= 260);
      const { hits: russian } = await ask(engine, "елка", { locale: "ru" });
      assert.deepEqual(marks(russian[0]?.snippet ?? []), ["ёлки"]);
    },
  },
  {
    name: "filters by facets, by what they are not, and by time",
    async check(engine) {
      const inRepairs = { filters: [{ field: "category", any: ["repairs"] }] };
      assert.deepEqual((await groups(engine, "pump", inRepairs)).sort(), ["leak", "seal"]);
      assert.deepEqual(await groups(engine, "pump", { filters: [{ field: "category", any: ["billing"] }] }), []);
      await none(engine, "password", "password", { filters: [{ field: "category", any: ["account"], not: true }] });
      const all = { kinds: CASES, principals: null };
      const late = new Date(Date.UTC(2026, 0, 25));
      assert.deepEqual(await groups(engine, "pump", { ...all, filters: [{ field: "at", from: late }] }), ["t1"]);
      assert.deepEqual(await groups(engine, "pump", { ...all, filters: [{ field: "at", before: late }] }), ["t2"]);
    },
  },
  {
    name: "counts facets over everything found and nothing else",
    async check(engine) {
      const { facets } = await ask(engine, "seal", { facets: ["category"], limit: 1 });
      assert.deepEqual(facets, { category: [{ value: "repairs", count: 2 }] });
    },
  },
  {
    name: "finds everything the filters leave when nothing is asked, the newest first",
    async check(engine) {
      const { hits, total } = await ask(engine, "", { kinds: CASES, principals: null });
      assert.deepEqual(
        hits.map(({ group }) => group),
        ["t1", "t2"],
      );
      assert.deepEqual(total, { count: 2, capped: false });
    },
  },
  {
    name: "finds nothing for a reader without principals, and everything for the product itself",
    async check(engine) {
      const { hits, total, facets } = await ask(engine, "pump", { principals: [], facets: ["category"] });
      assert.deepEqual([hits, total.count, facets], [[], 0, {}]);
      assert.deepEqual(await groups(engine, "mombasa", { principals: null }), ["nobody"]);
      for (const who of [["public"], ["staff"], ["queue:repairs"]])
        await none(engine, "mombasa", "nobody", { principals: who });
    },
  },
  {
    name: "never lets a reader find, count or guess what he may not read",
    async check(engine) {
      for (const text of ["zanzibar", "zanzi", "zanzibor", '"codeword is"', "discounts", ""]) {
        const answer = await ask(engine, text, { prefix: true, facets: ["category"] });
        assert.ok(!answer.hits.some(({ group }) => group === "staff-only"), text);
        assert.ok(!answer.facets.category?.some(({ value }) => value === "internal"), `${text}: counted`);
        assert.ok(!answer.corrected.some(({ to }) => to.startsWith("zanzi")), `${text}: suggested`);
      }
      const mine = { kinds: CASES, principals: ["public", "customers", "person:giulia"] };
      assert.deepEqual(await groups(engine, "marmalade", mine), []);
      assert.deepEqual(await groups(engine, "marmelade", mine), []);
      const { hits, facets } = await ask(engine, "stopped pump", { ...mine, facets: ["from"] });
      assert.deepEqual(
        hits.map(({ group }) => group),
        ["t1"],
      );
      assert.ok(!JSON.stringify(hits).includes("marmalade"));
      assert.deepEqual(facets.from, [{ value: "giulia", count: 1 }]);
    },
  },
  {
    name: "keeps what a reader may read of another kind out when it was not asked for",
    async check(engine) {
      const answer = await ask(engine, "pump", { kinds: ["ticket"], principals: null });
      assert.ok(answer.hits.every(({ kind }) => kind === "ticket"));
      assert.equal(answer.hits.length, 2);
    },
  },
  {
    name: "answers any text without an error",
    async check(engine) {
      const strange = [
        "'",
        '"',
        "-",
        "--",
        "&|!()<->:*",
        "\\",
        "\0",
        "a:*",
        "'; drop table",
        "%_",
        "😀 pump",
        "<b>",
        "ﬁ",
        "-pump",
        '-"',
        "\ud800",
      ];
      const words = Array.from(
        { length: 400 },
        (_, i) => `word${String.fromCharCode(97 + (i % 26))}x${"y".repeat(i % 17)}`,
      );
      for (const text of [...strange, "x".repeat(5000), "pump ".repeat(800), words.join(" ")])
        for (const match of ["all", "any"] as const) await ask(engine, text, { prefix: true, match });
    },
  },
];
