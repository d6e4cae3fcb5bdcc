import { expect, test } from "vitest";
import { config } from "~/platform/config.server";
import { hideFilingKeys } from "./hide-filing-keys.server";

const { domain } = config().mail;
const shown = (text: string) => hideFilingKeys(Buffer.from(text)).toString();

test("a filing key is crossed out wherever a mail names it, and nothing else", () => {
  expect(shown(`for <file.abcdefgh23456789@${domain}>; Delivered-To: FILE.ABCDEFGH2@${domain.toUpperCase()}`)).toBe(
    `for <file.xxxxxxxxxxxxxxxx@${domain}>; Delivered-To: FILE.xxxxxxxxx@${domain.toUpperCase()}`,
  );
  for (const text of [`file.txt and file.abcdefgh2@elsewhere.example`, `profile.abc@${domain}`, "file.", "file.a@"])
    expect(shown(text)).toBe(text);
});

test("megabytes of beginnings are gone through once", () => {
  const since = performance.now();
  hideFilingKeys(Buffer.from("file.".repeat(1_000_000)));
  expect(performance.now() - since).toBeLessThan(4_000);
});
