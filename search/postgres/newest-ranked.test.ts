import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { database } from "~/platform/db.server";
import { useDatabase } from "#tests/support/use-database";
import { documentOf } from "../conformance/corpus";
import { MOST_RANKED } from "../settings";
import { openPostgresIndex, type PostgresIndex } from "./open-index";
import { sqlOf } from "./sql";

useDatabase({ cast: false });

const COUNT = 2 * MOST_RANKED + 500;
const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 1);
let engine: PostgresIndex;

// The oldest say the common word in every field, so that only their age can keep them out.
beforeAll(async () => {
  engine = openPostgresIndex(sqlOf(database().pool), { name: `t_${randomBytes(4).toString("hex")}` });
  const rebuild = await engine.rebuild();
  await rebuild.put(
    Array.from({ length: COUNT }, (_, i) =>
      documentOf({
        kind: "message",
        id: `message:${i}`,
        group: String(i).padStart(5, "0"),
        title: i < 500 ? "Pump" : "Report",
        body: i < 500 ? "pump pump pump" : `The pump of shed ${i} was looked at on the way and is well.`,
        audience: ["staff"],
        at: new Date(START + i * HOUR),
      }),
    ),
  );
  await rebuild.put(
    Array.from({ length: 1.5 * MOST_RANKED + 100 }, (_, i) =>
      documentOf({
        kind: "article",
        id: `article:${i}`,
        group: `article ${i}`,
        title: i === 1 ? "Pump" : "Note",
        body: i === 0 ? "A spare valve." : i === 1 ? "With a spare seal." : "The pump is well.",
        audience: ["staff"],
      }),
    ),
  );
  await rebuild.swap();
}, 60_000);
afterAll(() => engine.destroy());

const ask = (text: string, after: string | null = null) =>
  engine.search({ text, locale: "en", kinds: ["message"], principals: ["staff"], limit: 100, after });

it("of a word that is everywhere the newest documents are ranked, and the total says that there are more", async () => {
  const seen: number[] = [];
  let after: string | null = null;
  do {
    const answer = await ask("pump", after);
    expect(answer.total).toEqual({ count: MOST_RANKED, capped: true });
    seen.push(...answer.hits.map(({ group }) => Number(group)));
    after = answer.next;
  } while (after);
  expect(new Set(seen).size).toBe(MOST_RANKED);
  expect(Math.min(...seen)).toBe(COUNT - MOST_RANKED);
});

it("beside a telling word the old ones are found too", async () => {
  const { hits, total } = await ask("pump 777");
  expect([hits.map(({ group }) => group), total]).toEqual([["00777"], { count: 1, capped: false }]);
});

it.each([
  ["a title with a common word is found beside a telling one", "valve pump", ["article 0", "article 1"]],
  ["but not with what is excluded", "valve pump -seal", ["article 0"]],
])("%s", async (_, text, groups) => {
  const { hits } = await engine.search({
    text,
    locale: "en",
    kinds: ["article"],
    principals: ["staff"],
    match: "any",
    limit: 10,
  });
  expect(hits.map(({ group }) => group)).toEqual(groups);
});
