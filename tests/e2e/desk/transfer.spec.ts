import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { strToU8, unzipSync, zipSync } from "fflate";
import { ADA, SARA } from "../support/demo";
import { expectAccessible, watch } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

test.use({ viewport: { width: 1440, height: 900 } });

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const row = (page: Page, path: string) => page.getByRole("row").filter({ hasText: path });

/** A folder's files: two texts, one that cannot be read, a picture. `word` makes them this journey's own. */
const folder = (word: string) => ({
  [`help/en/${word}/first.md`]: `---\ntitle: ${word} first\nslug: ${word}-first\n---\n\n![dot](dot.png) and [second](second.md)`,
  [`help/en/${word}/second.md`]: `---\ntitle: ${word} second\nslug: ${word}-second\n---\n\nText. [nowhere](gone.md)`,
  [`help/en/${word}/bad.md`]: `---\ntitle: ${word} bad\naudience: everybody\n---\n\nText.`,
});
const zipped = (word: string) => ({
  name: `${word}.zip`,
  mimeType: "application/zip",
  buffer: Buffer.from(
    zipSync({
      ...Object.fromEntries(Object.entries(folder(word)).map(([path, text]) => [path, strToU8(text)])),
      [`help/en/${word}/dot.png`]: new Uint8Array(PNG),
    }),
  ),
});

/** The import's page until it says that it is done; without scripts by looking again. */
async function untilDone(page: Page) {
  await expect(async () => {
    const again = page.getByRole("link", { name: "Look again" });
    if (await again.isVisible()) await again.click();
    await expect(page.getByText("The import is done")).toBeVisible({ timeout: 1_500 });
  }).toPass({ timeout: 30_000 });
}

test("a .zip is looked at, imported, told file by file, and comes back with the export", async ({ page }) => {
  test.slow(); // three screens judged in both themes
  const healthy = watch(page, { answers: [400] });
  await signIn(page, ADA);
  await page.goto("/desk/knowledge/transfer");
  await expectAccessible(page);
  await page.getByRole("button", { name: "See what would happen" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose a .zip, files or a folder.");

  const word = `zip${Date.now()}`;
  await page.getByLabel("A .zip, or single files").setInputFiles(zipped(word));
  await page.getByRole("button", { name: "See what would happen" }).click();
  await expect(page.getByRole("heading", { name: `${word}.zip`, level: 1 })).toBeVisible();
  await expect(page.getByText("Nothing has changed yet")).toBeVisible();
  await expect(row(page, "first.md")).toContainText("New");
  await expect(row(page, "second.md")).toContainText("The link to gone.md leads nowhere.");
  await expect(row(page, "bad.md")).toContainText("bad.md · line 3");
  await expect(row(page, "bad.md")).toContainText("audience: “everybody” is not possible here.");
  await expectAccessible(page);

  await page.getByRole("link", { name: /^Errors/ }).click();
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.getByRole("searchbox", { name: "Search files and titles" }).fill("second");
  await page.getByRole("searchbox", { name: "Search files and titles" }).press("Enter");
  await expect(page.getByText("No file here")).toBeVisible();
  await page.getByRole("searchbox", { name: "Search files and titles" }).fill("");
  await page.getByRole("searchbox", { name: "Search files and titles" }).press("Enter");
  await page.getByRole("link", { name: /^All \d/ }).click();

  await page.getByRole("button", { name: "Import these 3" }).click();
  await untilDone(page);
  await expect(page.getByText("3 texts and categories were taken over.")).toBeVisible();
  await expect(row(page, "first.md")).toContainText("Added");
  await expectAccessible(page);
  await row(page, "first.md").getByRole("link").click();
  await expect(page).toHaveURL(/\/desk\/knowledge\/[0-9a-f-]{36}/);

  await page.goto("/desk/knowledge/transfer");
  await expect(row(page, `${word}.zip`)).toContainText("Done");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download everything" }).click(),
  ]);
  const files = unzipSync(new Uint8Array(await fs.readFile(await download.path())));
  expect(new TextDecoder().decode(files[`en/${word}/${word}-first.md`])).toContain(`[second](${word}-second.md)`);
  expect(Object.keys(files)).toContain("categories.yaml");

  await page.getByLabel("A .zip, or single files").setInputFiles(zipped(word));
  await page.getByRole("button", { name: "See what would happen" }).click();
  await expect(page.getByText("There is nothing to import")).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByText("The import is discarded.")).toBeVisible();
  healthy();
});

test("a whole folder keeps its paths on the way", async ({ page }) => {
  const healthy = watch(page);
  const word = `folder${Date.now()}`;
  const root = await fs.mkdtemp(path.join(os.tmpdir(), "help-"));
  for (const [name, text] of Object.entries(folder(word))) {
    await fs.mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await fs.writeFile(path.join(root, name), text);
  }
  await fs.writeFile(path.join(root, "help/en", word, "dot.png"), PNG);
  await signIn(page, ADA);
  // Chosen before the script is there, too.
  let hand = () => {};
  const handed = new Promise<void>((resolve) => (hand = resolve));
  await page.route(/\.js$/, (route) => handed.then(() => route.continue()));
  await page.goto("/desk/knowledge/transfer", { waitUntil: "commit" });
  await page.getByLabel("Or a whole folder").setInputFiles(path.join(root, "help"));
  hand();
  await expect(page.getByText(/^4 files, /)).toBeVisible();
  await page.getByRole("button", { name: "See what would happen" }).click();
  await expect(page.getByRole("heading", { name: "help", level: 1 })).toBeVisible();
  await expect(row(page, `en/${word}/first.md`)).toContainText("New");
  await expect(row(page, `en/${word}/first.md`)).not.toContainText("not among the files");
  await fs.rm(root, { recursive: true });
  healthy();
});

test("the format is told on a page, and agents have no door here", async ({ page }) => {
  const healthy = watch(page, { answers: [403] });
  await signIn(page, ADA);
  await page.goto("/desk/knowledge/transfer");
  await page.getByRole("link", { name: "Everything about the format" }).click();
  await expect(page.getByRole("heading", { name: "categories.yaml" })).toBeVisible();
  await expectAccessible(page);
  await page.context().clearCookies();
  await signIn(page, SARA);
  expect((await page.request.get("/desk/knowledge/transfer")).status()).toBe(403);
  expect((await page.request.get("/desk/knowledge/transfer/export")).status()).toBe(403);
  await page.goto("/desk/knowledge");
  await expect(page.getByRole("link", { name: "Import and export" })).toHaveCount(0);
  healthy();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a .zip is looked at and imported", async ({ page }) => {
    await signIn(page, ADA);
    await page.goto("/desk/knowledge/transfer");
    const word = `plain${Date.now()}`;
    await page.getByLabel("A .zip, or single files").setInputFiles(zipped(word));
    await page.getByRole("button", { name: "See what would happen" }).click();
    await expect(row(page, "bad.md")).toContainText("Error");
    await page.getByRole("button", { name: "Import these 3" }).click();
    await untilDone(page);
    await expect(row(page, "second.md")).toContainText("Added");
    await page.getByRole("button", { name: "Remove report" }).click();
    await expect(page).toHaveURL(/\/desk\/knowledge\/transfer$/);
    await page.getByRole("button", { name: "See what would happen" }).click();
    await expect(page.getByRole("alert")).toContainText("Choose a .zip, files or a folder.");
  });
});
