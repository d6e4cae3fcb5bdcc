import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "~/lib/id";
import { type Ctx, systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { makeCategory, makePublished } from "#tests/support/articles";
import { castCtx } from "#tests/support/cast";
import { catchUp } from "#tests/support/searching";
import { useDatabase } from "#tests/support/use-database";
import { popularCache } from "./internal/popular-cache";
import { listPopularSearches } from "./list-popular-searches.server";
import { logSearch } from "./log-search.server";
import { noteOpened } from "./note-opened.server";
import { sweepLog } from "./sweep-log.server";

useDatabase();

const START = new Date("2026-11-20T10:00:00.000Z");
const after = (seconds: number) => new Date(START.getTime() + seconds * 1000);
const guest = (now = START, over: Partial<Ctx> = {}): Ctx =>
  systemCtx({ actor: { kind: "anonymous" }, ip: "198.51.100.9", now, locale: "it", ...over });
const ask = (typed: string, over: Partial<Parameters<typeof logSearch>[1]> = {}) => ({
  half: "portal" as const,
  typed,
  results: 3,
  final: false,
  userAgent: "Firefox",
  ...over,
});
const rows = () =>
  database().prisma.searchIntention.findMany({ orderBy: [{ startedAt: "asc" }, { id: "asc" }], omit: { id: true } });
const queries = async () => (await rows()).map(({ query }) => query);

beforeEach(async () => {
  await database().prisma.searchIntention.deleteMany();
  popularCache.clear();
});

describe("one row per intention", () => {
  test("keystrokes become the longest, Enter the last word", async () => {
    for (const [i, typed] of ["po", "pom", "pompa", "pompa pe", "pompa"].entries())
      await logSearch(guest(after(i)), ask(typed, { results: 10 - i }));
    expect(await rows()).toMatchObject([{ query: "pompa pe", results: 7, startedAt: START, locale: "it" }]);
    await logSearch(guest(after(6)), ask("pompa", { final: true, results: 12 }));
    expect(await rows()).toMatchObject([{ query: "pompa", results: 12, startedAt: START, updatedAt: after(6) }]);
  });

  test("a correction replaces what was corrected; another question is another row, and so is one half a minute later", async () => {
    await logSearch(guest(), ask("pmopa perde", { final: true, results: 0 }));
    await logSearch(guest(after(10)), ask("pompa perde", { final: true }));
    expect(await queries()).toEqual(["pompa perde"]);
    await logSearch(guest(after(12)), ask("fattura", { final: true }));
    expect(await queries()).toEqual(["pompa perde", "fattura"]);
    await logSearch(guest(after(60)), ask("fatture 2026", { final: true }));
    expect(await queries()).toEqual(["pompa perde", "fattura", "fatture 2026"]);
  });

  test("the next page and the way back are the same search", async () => {
    const first = await logSearch(guest(), ask("filtro", { final: true }));
    const other = await logSearch(guest(after(40)), ask("valvola", { final: true }));
    expect(await logSearch(guest(after(300)), ask("filtro", { final: true }))).toBe(first);
    expect(first).not.toBe(other);
    expect(await queries()).toEqual(["filtro", "valvola"]);
  });

  test("sessions stay apart: another browser, address, person, half", async () => {
    await logSearch(guest(), ask("pompa"));
    await logSearch(guest(), ask("pompa", { userAgent: "Chrome" }));
    await logSearch(guest(START, { ip: "198.51.100.10" }), ask("pompa"));
    await logSearch(castCtx("giulia", { now: START, ip: "198.51.100.9" }), ask("pompa"));
    await logSearch(guest(), ask("pompa", { half: "desk" }));
    expect(await queries()).toHaveLength(5);
  });

  test("at once, in any order, they are still one row with the longest", async () => {
    const typed = ["p", "po", "pom", "pomp", "pompa", "pompa c", "pompa ce", "pompa centrifuga"];
    const ids = await Promise.all(typed.toReversed().map((one, i) => logSearch(guest(after(i)), ask(one))));
    expect(new Set(ids).size).toBe(1);
    expect(await queries()).toEqual(["pompa centrifuga"]);
  });

  test("nothing of a person is kept", async () => {
    expect(await logSearch(guest(), ask("giulia@marchetti.example"))).toBeNull();
    await logSearch(guest(), ask("rimborso giulia@marchetti.example 0115550142"));
    const [row] = await rows();
    expect(row).toMatchObject({ query: "rimborso" });
    expect(row?.session).toMatch(/^[\w-]{22}$/);
    // The same reader on another day is another session.
    await logSearch(guest(after(86_400)), ask("rimborso"));
    expect(new Set((await rows()).map(({ session }) => session)).size).toBe(2);
  });
});

describe("what was opened", () => {
  const document = `article:${newId()}`;

  test("is noted for the session that searched, and ends the intention", async () => {
    const intentionId = (await logSearch(guest(), ask("pompa", { final: true })))!;
    const opened = async () => (await rows())[0]?.opened;
    await noteOpened(guest(after(1), { ip: "203.0.113.1" }), { intentionId, document, userAgent: "Firefox" });
    expect(await opened()).toBeNull();
    await noteOpened(guest(after(1)), { intentionId, document: `contact:${newId()}`, userAgent: "Firefox" });
    expect(await opened()).toBeNull();
    await noteOpened(guest(after(1)), { intentionId, document, userAgent: "Firefox" });
    expect(await opened()).toBe(document);
    await logSearch(guest(after(5)), ask("pompa perde"));
    expect(await queries()).toEqual(["pompa", "pompa perde"]);
  });

  test("an id that is none is nothing", async () => {
    await noteOpened(guest(), { intentionId: "x", document, userAgent: "" });
    await noteOpened(guest(), { intentionId: newId(), document, userAgent: "" });
    expect(await rows()).toEqual([]);
  });

  test("what is no document is not written down, and the log stays readable", async () => {
    const intentionId = (await logSearch(guest(), ask("pompa", { final: true })))!;
    for (const document of [`article:${"-".repeat(36)}`, `faq:${"0".repeat(36)}`, `${"article:"}${newId()}x`, ""])
      await noteOpened(guest(after(1)), { intentionId, document, userAgent: "Firefox" });
    expect(await rows()).toMatchObject([{ query: "pompa", opened: null }]);
  });
});

describe("popular searches", () => {
  const search = (typed: string, ip: string, over = {}) => logSearch(guest(START, { ip }), ask(typed, over));

  test("are what several sessions asked with a result, in one language", async () => {
    for (const ip of ["192.0.2.1", "192.0.2.2", "192.0.2.3"]) {
      await search("cambio filtro", ip, { final: true });
      await search("niente", ip, { final: true, results: 0 });
      await search("pompa giulia@marchetti.example", ip, { final: true });
    }
    for (let i = 0; i < 5; i++) await search(`solo mio ${"x".repeat(i * 5)}`, "192.0.2.9", { final: true });
    const categoryId = await makeCategory({ name: "Pumps" });
    await makePublished({ categoryId, locale: "it", title: "Cambio del filtro", markdown: "Spegnere la pompa." });
    await catchUp();
    expect(await listPopularSearches(guest(after(1)))).toEqual(["cambio filtro", "pompa"]);
    expect(await listPopularSearches(guest(after(1), { locale: "ro" }))).toEqual([]);
  });
});

test("a sweep deletes what is older than 400 days, and salts of days that are over", async () => {
  await logSearch(guest(), ask("vecchio"));
  await logSearch(guest(after(86_400 * 390)), ask("nuovo"));
  await sweepLog(guest(after(86_400 * 401)));
  expect(await queries()).toEqual(["nuovo"]);
  expect(await database().prisma.searchSalt.count()).toBe(0);
  await sweepLog(guest(after(86_400 * 401)));
});
