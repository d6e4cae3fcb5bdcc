import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { LOCALES } from "./config";
import { PORTAL_WORDS, portalWords, readFirstPage } from "./first-page-words.server";

const app = path.resolve("app");
const page = readFirstPage(app);
const names = [...page.files].map((file) => path.relative(app, file));

describe("the words of the portal's first page", () => {
  test("come from its own sources, those of other screens and of the server left out", () => {
    expect(names).toEqual(expect.arrayContaining(["root.tsx", "portal/frame.tsx", "portal/home/customer-home.tsx"]));
    expect(names.filter((name) => /\.server|^desk\/|portal\/(tickets\/(new|show)|account|sign-)/.test(name))).toEqual(
      [],
    );
  });

  test.each(LOCALES)("%s: every word is in exactly one part, refusals in none", (locale) => {
    const first = portalWords(app, locale, "first", page);
    const more = portalWords(app, locale, "more", page);
    const all = PORTAL_WORDS.flatMap((namespace) =>
      Object.keys(JSON.parse(readFileSync(path.join(app, `i18n/locales/${locale}/${namespace}.json`), "utf8"))).map(
        (name) => `${namespace}:${name}`,
      ),
    );
    const sent = [...Object.keys(first), ...Object.keys(more)];
    expect(new Set(sent).size).toBe(sent.length);
    expect(sent.toSorted()).toEqual(all.filter((key) => !/^(tickets|identity):error\./.test(key)).toSorted());
    expect(Object.keys(first).length).toBeLessThan(sent.length / 2);
  });

  test("hold every key that its sources name", () => {
    const first = Object.keys(portalWords(app, "en", "first", page));
    const missing = [...page.files].flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/\bt\(\s*(["'`])((?:common|tickets|identity|portal):[\w.]+)(\$\{|\1)/g)]
        .filter(
          ([, , key = "", end]) =>
            !first.some((word) =>
              end === "${" ? word.startsWith(key) : word.replace(/_(one|few|many|other)$/, "") === key || word === key,
            ),
        ) // prettier-ignore
        .map(([, , key]) => `${path.relative(app, file)}: ${key}`),
    );
    expect(missing).toEqual([]);
  });
});

/** Screens of both halves: a key that does not exist would be shown as it stands. */
test("every key that a screen names exists", () => {
  const known = new Set<string>();
  for (const file of readdirSync(path.join(app, "i18n/locales/en")))
    for (const name of Object.keys(JSON.parse(readFileSync(path.join(app, "i18n/locales/en", file), "utf8"))))
      known.add(`${path.basename(file, ".json")}:${name}`);
  const words = [...known];
  const missing = ["portal", "desk", "components", "http"].flatMap((folder) =>
    readdirSync(path.join(app, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
      .flatMap((file) =>
        [...readFileSync(path.join(app, folder, file), "utf8").matchAll(/\bt\(\s*(["'`])([a-z]+:[\w.]+)(\$\{|\1)/g)]
          .filter(([, , key = "", end]) =>
            end === "${" ? !words.some((word) => word.startsWith(key)) : !known.has(key) && !known.has(`${key}_other`),
          ) // prettier-ignore
          .map(([, , key]) => `${folder}/${file}: ${key}`),
      ),
  );
  expect(missing).toEqual([]);
});
