import { describe, expect, test } from "vitest";
import { LOCALES } from "~/i18n/config";
import { formatText } from "./format-html.server";

/** What is no word of a language: headings by their level, keys, columns and marks in backticks, commands and YAML. */
const bones = (text: string) => ({
  headings: text.match(/^#+(?= )/gm),
  paragraphs: text.split(/\n{2,}/).length,
  code: [...text.replace(/^```[\s\S]*?^```/gm, "").matchAll(/`[^`\n]+`/g)].map(([code]) => code),
  blocks: [...text.matchAll(/^```\n([\s\S]*?)^```/gm)].map(([, block = ""]) => block.replace(/ {2,}\S.*$/gm, "")),
  rows: text.match(/^\|/gm)?.length,
});

describe("the format's page", () => {
  test.each(LOCALES.filter((locale) => locale !== "en"))("says in %s what it says in English", (locale) => {
    expect(bones(formatText(locale))).toEqual(bones(formatText("en")));
  });
});
