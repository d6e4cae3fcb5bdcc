import { matchRoutes } from "@remix-run/react";
import { expect, test } from "vitest";
import { routeBranches } from "./route-branches.mjs";

const list = [
  ["root", undefined, ""],
  ["layout", "root", undefined],
  ["home", "layout", undefined],
  ["tickets", "layout", "tickets"],
  ["new", "layout", "tickets/new"],
  ["show", "layout", "tickets/:number"],
  ["read", "root", "tickets/:number/read"],
  ["missing", "layout", "*"],
  ["desk", "root", "desk"],
  ["queue", "desk", "queue"],
  ["one", "queue", ":id"],
] as const;
const routes = Object.fromEntries(
  list.map(([id, parentId, path]) => [id, { id, parentId, path, index: id === "home" || undefined }]),
);
const build = { routes, assets: { routes } };

type Tree = { id: string; path?: string; index?: boolean; children?: Tree[] };
const tree = (part: typeof routes, parentId?: string): Tree[] =>
  Object.values(part)
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, index }) => (index ? { id, path, index } : { id, path, children: tree(part, id) }));
const found = (part: typeof routes, path: string) =>
  matchRoutes(tree(part) as Parameters<typeof matchRoutes>[0], path)?.map(({ route, params }) => [route.id, params]);

test.each([
  "/",
  "/tickets",
  "/tickets/new",
  "/tickets/10482",
  "/tickets/10482/read",
  "/tickets/abc",
  "/nowhere/at/all",
  "/desk",
  "/desk/queue/018f0000-0000-7000-8000-000000000001",
  "/desk/queue/7/",
])("%s finds in its part what it finds in the whole", (path) => {
  const handler = routeBranches(build, (part) => part);
  expect(found(handler(path).routes, path)).toEqual(found(routes, path));
  expect(Object.keys(handler(path).assets.routes)).toEqual(Object.keys(handler(path).routes));
  expect(Object.keys(handler(path).routes).length).toBeLessThan(list.length);
});

test("one handler per set of routes, whatever the numbers, and for the page's data", () => {
  let made = 0;
  const handler = routeBranches(build, (part) => ({ part, n: ++made }));
  const first = handler("/tickets/1");
  expect(handler("/tickets/2")).toBe(first);
  expect(handler("/tickets/2.data")).toBe(first);
  expect(handler("/_root.data")).toBe(handler("/"));
  for (let i = 0; i < 5_000; i++) handler(`/tickets/token${i}`);
  expect(made).toBeLessThan(6);
});

test("what has no route goes to the whole", () => {
  const { missing: _missing, ...rest } = routes;
  const part = { routes: rest, assets: { routes: rest } };
  expect(routeBranches(part, (each) => each)("/nowhere")).toBe(part);
});
