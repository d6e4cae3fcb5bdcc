import { expect, type Page } from "@playwright/test";
import { ADA, SARA } from "../support/demo";
import { expectAccessible, watch } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

test.use({ viewport: { width: 1440, height: 900 } });

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const english = (page: Page, group: string) =>
  page.getByRole("group", { name: group, exact: true }).getByRole("textbox", { name: "English" });
const toast = (page: Page, words: string) => expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();

test("a known problem is written, published, updated, solved and taken back", async ({ page }) => {
  test.slow(); // two screens judged in both themes
  const healthy = watch(page);
  const title = `Portal slow ${Date.now()}`;
  await signIn(page, ADA);
  await page.goto("/desk/news");
  await page.getByRole("link", { name: "New entry" }).click();
  await page.getByRole("radio", { name: /^Known problem/ }).check();
  await english(page, "Title").fill(title);
  await english(page, "Text").fill("Pages take long.");

  // Organizations are asked for only where they decide who reads.
  const organization = page.getByRole("searchbox", { name: "Find an organization" });
  await expect(organization).toBeHidden();
  await page.getByRole("combobox", { name: "Readers" }).selectOption("organizations");
  await expect(organization).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "Readers" }).selectOption("public");
  await button(page, "Save the draft").click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText("Nobody has seen it yet.")).toBeVisible();

  await page.getByRole("link", { name: "Publish" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Publish" })).toBeVisible();
  await button(page, "Publish").click();
  await toast(page, "Published");
  await page.getByRole("link", { name: "Add an update" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Add an update" })).toBeVisible();
  await english(page, "Text").fill("The cause is found.");
  await page.getByRole("checkbox", { name: "The problem is solved with this" }).check();
  await button(page, "Add an update").click();
  await toast(page, "Update added");
  await expect(page.getByRole("listitem").filter({ hasText: "The cause is found." })).toContainText("Ada");
  await expect(button(page, "Not solved after all")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "View" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText("The cause is found.")).toBeVisible();
  await page.goBack();
  await button(page, "Take back").click();
  await toast(page, "Nobody sees it any more");
  await button(page, "Delete").click();
  await toast(page, "Deleted");
  await expect(page.getByRole("link", { name: title })).toHaveCount(0);
  healthy();
});

test("of two who change one news the second sees what the first saved, with a script and without", async ({
  page,
  browser,
}) => {
  const told = "has saved this in the meantime";
  const title = `Two editors ${Date.now()}`;
  await signIn(page, ADA);
  await page.goto("/desk/news/new");
  await english(page, "Title").fill(title);
  await english(page, "Text").fill("Words of the beginning.");
  await button(page, "Save the draft").click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();

  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const other = await plain.newPage();
  await other.goto(page.url());
  await english(page, "Text").fill("Words of the first.");
  await button(page, "Save").click();
  await toast(page, "Saved");
  await english(other, "Text").fill("Words of the second.");
  await button(other, "Save").last().click();
  await expect(other.getByText(told)).toBeVisible();
  await expect(other.getByRole("textbox", { name: /Saved by a colleague/ })).toHaveValue(
    "Text (English): Words of the first.",
  );
  await expect(english(other, "Text")).toHaveValue("Words of the second.");

  await english(page, "Text").fill("More words of the first.");
  await button(other, "Save").last().click();
  await toast(other, "Saved");
  await page.evaluate(() => window.__remixRouter.revalidate()); // as live news do: nothing is overwritten by it
  await expect.poll(() => page.evaluate(() => window.__remixRouter.state.revalidation)).toBe("idle");
  await button(page, "Save").click();
  await expect(page.getByText(told)).toBeVisible();
  await expect(page.getByRole("textbox", { name: /Saved by a colleague/ })).toHaveValue(
    "Text (English): Words of the second.",
  );
  await expectAccessible(page);
  await expect(english(page, "Text")).toHaveValue("More words of the first.");
  await button(page, "Save").click();
  await toast(page, "Saved");
  await english(page, "Text").fill("The last words of the first.");
  await button(page, "Save").click();
  await expect(page).toHaveURL(/saved=5$/); // its own save is nothing that it has to be told of
  await page.reload();
  await expect(english(page, "Text")).toHaveValue("The last words of the first.");
  await button(page, "Delete").click();
  await plain.close();
});

test("agents read news and write none", async ({ page }) => {
  await signIn(page, SARA);
  await page.goto("/desk/news");
  await expect(page.getByRole("navigation").getByRole("link", { name: "Knowledge base" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await expect(page.getByRole("link", { name: "New entry" })).toHaveCount(0);
  await page.locator("tbody th a").first().click();
  await expect(page.getByRole("button", { name: "Delete" })).toHaveCount(0);
  expect((await page.request.get("/desk/news/new")).status()).toBe(403);
});
