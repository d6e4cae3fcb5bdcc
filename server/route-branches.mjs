// Remix looks through every route about eight times per request, a fifth of a page's cost with a hundred routes. A handler
// that knows only the routes of a path and of the paths above it finds the same ones at once.
import { matchRoutes } from "@remix-run/react";

/** Paths of one shape lead to the same routes: numbers and ids are only ever parameters. */
const PARAMETER = /\/(?:\d+|[0-9a-f]{8}-[0-9a-f-]{27})(?=\/|$)/g;
/** Names of articles, topics and news: ten thousand addresses of one shape. */
const HELP_NAME = /^(\/help\/[a-z]+\/[a-z]+)\/[^/]+$/;
const MOST_SHAPES = 2_000;

/** @typedef {{ id: string, parentId?: string, path?: string, index?: boolean, caseSensitive?: boolean }} Route
 * @typedef {{ routes: Record<string, Route>, assets: { routes: Record<string, unknown> } }} Build */

/**
 * Gives for a request's path the handler of the routes it needs; `make` makes one from a part of the build, once per part.
 * @template {Build} B @template H @param {B} build @param {(part: B) => H} make @returns {(pathname: string) => H}
 */
export function routeBranches(build, make) {
  const tree = childrenOf(build.routes, undefined);
  /** @type {Map<string, H>} */
  const byRoutes = new Map();
  /** @type {Map<string, H>} */
  const byShape = new Map();
  const whole = make(build);

  return (pathname) => {
    const page = pathname.replace(/(?:\/_root)?\.data$/, "");
    const shape = page.replace(PARAMETER, "/0").replace(HELP_NAME, "$1/0");
    const known = byShape.get(shape);
    if (known) return known;
    const ids = routesFor(tree, page);
    const handler = ids.length ? handlerOf(ids) : whole;
    if (byShape.size >= MOST_SHAPES) byShape.clear();
    byShape.set(shape, handler);
    return handler;
  };

  /** @param {string[]} ids */
  function handlerOf(ids) {
    const key = ids.join(" ");
    let handler = byRoutes.get(key);
    if (!handler) {
      const assets = { ...build.assets, routes: pick(build.assets.routes, ids) };
      byRoutes.set(key, (handler = make({ ...build, routes: pick(build.routes, ids), assets })));
    }
    return handler;
  }
}

/** Ids of the routes of a path and of each path above it, which the page's list of routes names too;
 * none when the path itself has none. @param {any[]} tree @param {string} page */
function routesFor(tree, page) {
  const segments = page.split("/").filter(Boolean);
  const matched = matchRoutes(tree, page || "/");
  if (!matched) return [];
  const ids = new Set(matched.map(({ route }) => String(route.id)));
  for (let length = segments.length - 1; length >= 0; length--)
    for (const { route } of matchRoutes(tree, `/${segments.slice(0, length).join("/")}`) ?? [])
      ids.add(String(route.id));
  return [...ids].sort();
}

/** @param {Record<string, Route>} routes @param {string | undefined} parentId @returns {any[]} */
const childrenOf = (routes, parentId) =>
  Object.values(routes)
    .filter((route) => (route.parentId || undefined) === parentId)
    .map(({ id, path, index, caseSensitive }) =>
      index ? { id, path, index, caseSensitive } : { id, path, caseSensitive, children: childrenOf(routes, id) },
    );

/** Keeps the order, which decides between equals. @template T @param {Record<string, T>} all @param {string[]} ids */
function pick(all, ids) {
  const wanted = new Set(ids);
  return Object.fromEntries(Object.entries(all).filter(([id]) => wanted.has(id)));
}
