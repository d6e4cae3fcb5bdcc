import type { RouteConfigEntry } from "@remix-run/route-config";
import { expect, test } from "vitest";
import { deskAdminRoutes } from "../admin-routes";
import { deskIdentityRoutes } from "../identity-routes";
import { deskMailRoutes } from "../mail-routes";
import { deskSearchPages } from "../search-routes";
import { LOCALES } from "~/i18n/config";
import { translator } from "~/i18n/t.server";
import { ADMIN_AREAS, placeCommands } from "./place-commands";

/** Pages right below the administration's door. */
const doors = (routes: readonly RouteConfigEntry[]): string[] =>
  routes.flatMap(({ path = "", file }) => {
    const [half, area, deeper] = path.split("/");
    return half === "admin" && file.endsWith(".tsx") && area && !deeper ? [area] : [];
  });

test("every door of the administration is found", () => {
  expect(
    [...new Set(doors([...deskAdminRoutes, ...deskIdentityRoutes, ...deskMailRoutes, ...deskSearchPages]))].sort(),
  ).toEqual([...ADMIN_AREAS].sort());
});

test.each(LOCALES)("every place has a name in %s, and an address of its own", (locale) => {
  const places = placeCommands(translator(locale), {
    queues: [{ id: "q", name: "Repairs", open: 1 }],
    administrator: true,
  });
  expect(places.filter(({ label }) => !label || /^[a-z]+:/.test(label))).toEqual([]);
  for (const key of ["id", "href"] as const)
    expect(new Set(places.map((place) => place[key])).size).toBe(places.length);
});

test("agents are not led to what only administrators open", () => {
  const places = placeCommands(translator("en"), { queues: [], administrator: false });
  expect(places.filter(({ href }) => href?.startsWith("/desk/admin"))).toEqual([]);
});
