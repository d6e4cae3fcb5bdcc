import { beforeEach, describe, expect, test } from "vitest";
import { database } from "~/platform/db.server";
import { newId } from "~/lib/id";
import { castCtx } from "#tests/support/cast";
import { countStatements } from "#tests/support/statements";
import { useDatabase } from "#tests/support/use-database";
import { changeSearchView } from "./change-search-view.server";
import { createSearchView } from "./create-search-view.server";
import { deleteSearchView } from "./delete-search-view.server";
import { forgetSearches } from "./forget-searches.server";
import { listRecentSearches } from "./list-recent-searches.server";
import { listSearchViews } from "./list-search-views.server";
import { rememberSearch } from "./remember-search.server";
import { MOST_VIEWS } from "./view-schema";

useDatabase();

const form = (name: string, shared = false) => ({ name, shared, query: "  is:open   pump " });
const names = async (who: "sara" | "elena" | "ada") => (await listSearchViews(castCtx(who))).map(({ name }) => name);
const forbidden = { kind: "forbidden" };

beforeEach(async () => {
  await database().prisma.searchView.deleteMany();
});

describe("a search kept as a view", () => {
  test("is its owner's, or everybody's when shared", async () => {
    await createSearchView(castCtx("sara"), form("Mine"));
    await createSearchView(castCtx("sara"), form("Ours", true));
    await createSearchView(castCtx("elena"), form("Elena's"));
    expect(await names("sara")).toEqual(["Mine", "Ours"]);
    expect(await names("elena")).toEqual(["Elena's", "Ours"]);
    const [own, shared] = await listSearchViews(castCtx("elena"));
    expect(own).toMatchObject({ query: "pump is:open", own: true, mayChange: true });
    expect(shared).toMatchObject({ own: false, mayChange: false, owner: "Sara Bianchi" });
    expect(await countStatements(() => listSearchViews(castCtx("ada")))).toBe(1);
  });

  test("is renamed and deleted by its owner, a shared one by administrators, too", async () => {
    const { viewId } = await createSearchView(castCtx("sara"), form("Ours", true));
    const change = { name: "Pumps", shared: true };
    await expect(changeSearchView(castCtx("elena"), viewId, change)).rejects.toMatchObject(forbidden);
    await expect(deleteSearchView(castCtx("elena"), viewId)).rejects.toMatchObject(forbidden);
    await changeSearchView(castCtx("ada"), viewId, change);
    expect(await names("elena")).toEqual(["Pumps"]);
    await changeSearchView(castCtx("sara"), viewId, { name: "Pumps", shared: false });
    // What nobody else sees is not found.
    await expect(changeSearchView(castCtx("ada"), viewId, change)).rejects.toMatchObject({ kind: "not_found" });
    await deleteSearchView(castCtx("ada"), viewId);
    expect(await names("sara")).toEqual(["Pumps"]);
    await deleteSearchView(castCtx("sara"), viewId);
    await deleteSearchView(castCtx("sara"), viewId);
    expect(await names("sara")).toEqual([]);
  });

  test("is nobody's outside the desk, and editors share none", async () => {
    const editor = castCtx("elena");
    editor.actor.role = "editor";
    await expect((async () => createSearchView(editor, form("x", true)))()).rejects.toMatchObject(forbidden);
    await createSearchView(editor, form("x"));
    await expect((async () => createSearchView(castCtx("giulia"), form("x")))()).rejects.toMatchObject(forbidden);
    await expect(listSearchViews(castCtx("giulia"))).rejects.toMatchObject(forbidden);
    await expect(deleteSearchView(castCtx("giulia"), newId())).rejects.toMatchObject(forbidden);
  });

  test("ends at thirty, at once as well", async () => {
    const all = await Promise.allSettled(
      Array.from({ length: MOST_VIEWS + 4 }, (_, i) => createSearchView(castCtx("sara"), form(`View ${i}`))),
    );
    expect(all.filter(({ status }) => status === "rejected")).toHaveLength(4);
    expect(await names("sara")).toHaveLength(MOST_VIEWS);
  });
});

test("the last searches are remembered, each once, the newest twenty, for oneself", async () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 10, minute));
  for (let i = 0; i < 25; i++) await rememberSearch(castCtx("sara", { now: at(i) }), `pump  ${i}`);
  await rememberSearch(castCtx("sara", { now: at(30) }), "pump 20 ");
  await rememberSearch(castCtx("sara", { now: at(31) }), "  ");
  expect(await listRecentSearches(castCtx("sara"))).toEqual([20, 24, 23, 22, 21, 19, 18, 17].map((i) => `pump ${i}`));
  expect(await database().prisma.recentSearch.count()).toBe(20);
  expect(await listRecentSearches(castCtx("elena"))).toEqual([]);
  await forgetSearches(castCtx("sara"));
  expect(await listRecentSearches(castCtx("sara"))).toEqual([]);
  await expect(rememberSearch(castCtx("giulia"), "x")).rejects.toMatchObject(forbidden);
});
