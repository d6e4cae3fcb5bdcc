import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { LOCALES } from "~/i18n/config";

const ROOT = path.resolve("app/i18n/locales");
const SUFFIX = /_(zero|one|two|few|many|other)$/;
const namespaces = readdirSync(path.join(ROOT, "en")).map((file) => path.basename(file, ".json"));

const read = (locale: string, namespace: string): Record<string, string> =>
  JSON.parse(readFileSync(path.join(ROOT, locale, `${namespace}.json`), "utf8"));
const isPlural = (strings: Record<string, string>, key: string) =>
  SUFFIX.test(key) && key.replace(SUFFIX, "_other") in strings;
const stem = (strings: Record<string, string>, key: string) =>
  isPlural(strings, key) ? key.replace(SUFFIX, "#") : key;
const placeholders = (text: string) =>
  [...new Set(text.match(/\{\{\s*\w+\s*\}\}/g)?.map((p) => p.replace(/\s/g, "")) ?? [])].sort();

describe.each(namespaces)("words of %s", (namespace) => {
  const english = read("en", namespace);
  const stems = [...new Set(Object.keys(english).map((key) => stem(english, key)))].sort();

  test.each(LOCALES)("%s has the same keys", (locale) => {
    const strings = read(locale, namespace);
    expect([...new Set(Object.keys(strings).map((key) => stem(strings, key)))].sort()).toEqual(stems);
  });

  test.each(LOCALES)("%s has every plural form its language needs, and no other", (locale) => {
    const strings = read(locale, namespace);
    // Forms that whole numbers take: 1, 2, 5, 21 … decide; "other" is always there for fractions.
    const rules = new Intl.PluralRules(locale);
    const needed = new Set(["other", ...Array.from({ length: 200 }, (_, n) => rules.select(n))]);
    const wrong: string[] = [];
    for (const key of Object.keys(strings).filter((k) => k.endsWith("_other"))) {
      const base = key.slice(0, -"_other".length);
      const forms = Object.keys(strings).filter((k) => k.replace(SUFFIX, "") === base && SUFFIX.test(k));
      for (const form of needed) if (!(`${base}_${form}` in strings)) wrong.push(`missing ${base}_${form}`);
      for (const form of forms) if (!needed.has(form.slice(base.length + 1))) wrong.push(`unused ${form}`);
    }
    expect(wrong).toEqual([]);
  });

  test.each(LOCALES)("%s uses the same placeholders and no empty text", (locale) => {
    const strings = read(locale, namespace);
    const wrong: string[] = [];
    for (const [key, text] of Object.entries(strings)) {
      if (!text.trim()) wrong.push(`empty ${key}`);
      const source = english[key] ?? english[key.replace(SUFFIX, "_other")];
      if (source === undefined) continue;
      // A form for one may say the number in a word.
      const mine = placeholders(text).filter((p) => p !== "{{count}}");
      const theirs = placeholders(source).filter((p) => p !== "{{count}}");
      if (mine.join() !== theirs.join()) wrong.push(`${key}: ${mine.join(" ")} instead of ${theirs.join(" ")}`);
    }
    expect(wrong).toEqual([]);
  });

  test("Romanian has comma-below letters", () => {
    expect(JSON.stringify(read("ro", namespace))).not.toMatch(/[ŞşŢţ]/);
  });
});
