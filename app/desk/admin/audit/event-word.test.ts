import { expect, test } from "vitest";
import { LOCALES } from "~/i18n/config";
import { translator } from "~/i18n/t.server";
import { eventWord } from "./event-word";

const sources = import.meta.glob<string>(["/app/domain/**/*.ts", "!**/*.test.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Every event that a domain declares. */
const types = Object.values(sources).flatMap((source) =>
  [...source.matchAll(/interface EventData \{(.*?)\n {2}\}/gs)].flatMap(([, body = ""]) =>
    [...body.matchAll(/^ +"([a-z_]+\.[a-z_]+)":/gm)].map(([, type = ""]) => type),
  ),
);

test.each(LOCALES)("every event and every thing that events happen to has a word in %s", (locale) => {
  expect(types.length).toBeGreaterThan(80);
  const all = [...types, ...new Set(types.map((type) => type.slice(0, type.indexOf("."))))];
  const t = translator(locale);
  expect(all.filter((type) => eventWord(t, type) === type)).toEqual([]);
});
