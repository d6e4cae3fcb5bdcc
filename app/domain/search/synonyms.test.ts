import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import { PAGE_SIZE } from "~/platform/keyset.server";
import { castCtx, otherAdministrator } from "#tests/support/cast";
import { explain, statementsOf } from "#tests/support/statements";
import { race, waitingJobs } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { listSynonyms, type SynonymQuery } from "./list-synonyms.server";
import { removeSynonym } from "./remove-synonym.server";
import { saveSynonym } from "./save-synonym.server";
import { synonymAsSeen } from "./synonym-as-seen";
import { synonymForm } from "./synonym-schema";

useDatabase();
const db = () => database().prisma;
const ada = () => castCtx("ada");
const group = (...words: string[]) => ({ locale: "en" as const, words });
const all = async (query: SynonymQuery = {}) => (await listSynonyms(ada(), query)).rows.map(({ words }) => words[0]);

beforeEach(async () => void (await db().searchSynonym.deleteMany()));

/** Groups as many administrators' years would leave them; every hundredth is Russian and knows a pump. */
async function insertMany(count: number): Promise<void> {
  await db().$executeRaw`
    insert into search_synonym (id, locale, words)
    select ('00000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, case when i % 100 = 0 then 'ru' else 'it' end,
      array[case when i % 100 = 0 then 'насос' else 'parola' end || i, repeat('lungo', 12)]
    from generate_series(1, ${count}::int) i`;
  await db().$executeRaw`analyze search_synonym`;
}

test("a group is typed by commas or lines; too few, too many and too long words are refused", () => {
  const words = (text: string) => synonymForm.safeParse({ locale: "it", words: text });
  expect(words(" Pompa,  girante\nPOMPA ; ").data?.words).toEqual(["pompa", "girante"]);
  expect(words("pompa, Pompa").error?.issues[0]?.message).toBe("search:error.fewWords");
  expect(words(Array.from({ length: 13 }, (_, i) => `w${i}`).join()).success).toBe(false);
  expect(words(`a, ${"b".repeat(61)}`).success).toBe(false);
  expect(words(`a, ${"b".repeat(60)}`).success).toBe(true);
  expect(synonymForm.safeParse({ locale: "de", words: "a, b" }).success).toBe(false);
});

test("words are the administrators' business", async () => {
  for (const who of ["sara", "giulia"] as const) {
    await expect(listSynonyms(castCtx(who))).rejects.toMatchObject({ kind: "forbidden" });
    expect(() => saveSynonym(castCtx(who), group("a", "b"))).toThrow("common:error.forbidden");
    expect(() => removeSynonym(castCtx(who), newId(), "")).toThrow("common:error.forbidden");
  }
  expect(await all()).toEqual([]);
});

describe("two administrators at once", () => {
  const told = { kind: "conflict", code: "search:error.synonymChanged" };

  test("add the same words once; a part of a group is there already, in its language alone", async () => {
    const add = (ctx = ada()) => saveSynonym(ctx, group("pump", "impeller", "rotor"));
    const results = await race(
      () => add(),
      () => add(otherAdministrator()),
    );
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const taken = { kind: "conflict", code: "search:error.synonymTaken" };
    await expect(saveSynonym(ada(), group("rotor", "pump"))).rejects.toMatchObject(taken);
    await saveSynonym(ada(), { ...group("rotor", "pump"), locale: "it" });
    expect(await all({ locale: "en" })).toEqual(["pump"]);
  });

  test("change and remove only what was shown; what is gone is neither changed nor an error to remove", async () => {
    const { synonymId: id } = await saveSynonym(ada(), group("pump", "impeller"));
    const seen = synonymAsSeen(group("pump", "impeller"));
    await saveSynonym(otherAdministrator(), { id, seen, ...group("pump", "rotor") });
    await expect(saveSynonym(ada(), { id, seen, ...group("pump", "wheel") })).rejects.toMatchObject(told);
    await expect(removeSynonym(ada(), id, seen)).rejects.toMatchObject(told);
    expect((await listSynonyms(ada())).rows).toEqual([{ id, ...group("pump", "rotor") }]);

    const now = synonymAsSeen(group("pump", "rotor"));
    const results = await race<unknown>(
      () => saveSynonym(otherAdministrator(), { id, seen: now, ...group("pump", "blade") }),
      () => removeSynonym(ada(), id, now),
    );
    expect(results.filter(({ status }) => status === "rejected")).toMatchObject([{ reason: told }]);
    await db().searchSynonym.deleteMany();
    await expect(saveSynonym(ada(), { id, seen: now, ...group("pump", "blade") })).rejects.toMatchObject(told);
    await removeSynonym(ada(), id, now);
    expect(await all()).toEqual([]);
  });

  test("the engines are told once of many changes", async () => {
    for (const word of ["a", "b", "c"]) await saveSynonym(ada(), group(word, `${word}${word}`));
    expect(await waitingJobs("search.check")).toHaveLength(1);
  });
});

describe("the list", () => {
  test("walks from the newest to the oldest and back, and begins anew past an end", async () => {
    await insertMany(2 * PAGE_SIZE + 5);
    const seen: string[] = [];
    let page = await listSynonyms(ada());
    expect(page.previous).toBeNull();
    const first = page.rows;
    for (;;) {
      seen.push(...page.rows.map(({ id }) => id));
      if (!page.next) break;
      page = await listSynonyms(ada(), { after: page.next });
    }
    expect(seen).toHaveLength(2 * PAGE_SIZE + 5);
    expect(seen).toEqual(seen.toSorted().toReversed());
    for (const expected of [seen.slice(PAGE_SIZE, 2 * PAGE_SIZE), seen.slice(0, PAGE_SIZE)]) {
      page = await listSynonyms(ada(), { after: page.previous });
      expect(page.rows.map(({ id }) => id)).toEqual(page.previous ? expected : first.map(({ id }) => id));
    }
    for (const after of [`f${seen.at(-1)}`, `b${seen[0]}`, "f", "x", `f${"'".repeat(36)}`])
      expect((await listSynonyms(ada(), { after })).rows).toEqual(first);
  });

  test("finds a part of a word, whatever its case, in one language or all; marks of patterns are letters", async () => {
    await saveSynonym(ada(), group("pump", "impeller"));
    await saveSynonym(ada(), { locale: "it", words: ["pompa", "tasso 5%"] });
    await saveSynonym(ada(), { locale: "ru", words: ["насос", "помпа_а"] });
    expect(await all({ q: "MP" })).toEqual(["pompa", "pump"]);
    expect(await all({ q: "mp", locale: "en" })).toEqual(["pump"]);
    expect(await all({ q: " НАСОС " })).toEqual(["насос"]);
    expect(await all({ q: "%" })).toEqual(["pompa"]);
    expect(await all({ q: "_" })).toEqual(["насос"]);
    expect(await all({ q: "\\" })).toEqual([]);
    expect(await all({ q: "nothing\0" })).toEqual([]);
  });

  test("reads a page of twenty thousand groups by an index, in one statement", async () => {
    await insertMany(20_000);
    const queries: [SynonymQuery, string, number][] = [
      [{}, "search_synonym_pkey", 40],
      [{ after: "f00000000-0000-7000-8000-000000010000" }, "search_synonym_pkey", 40],
      [{ after: "b00000000-0000-7000-8000-000000010000" }, "search_synonym_pkey", 40],
      [{ locale: "ru" }, "search_synonym_locale_id_idx", 60],
      [{ q: "насос19900" }, "search_synonym_text_idx", 200],
      [{ q: "19900", locale: "ru" }, "search_synonym_text_idx", 200],
    ];
    for (const [query, index, most] of queries) {
      const statements = await statementsOf(() => listSynonyms(ada(), query));
      expect(statements).toHaveLength(1);
      const plan = await explain(statements[0]!);
      expect({ query, indexes: plan.indexes, scanned: plan.scanned }).toEqual({
        query,
        indexes: expect.arrayContaining([index]),
        scanned: [],
      });
      expect(plan.buffers).toBeLessThan(most);
    }
  });
});
