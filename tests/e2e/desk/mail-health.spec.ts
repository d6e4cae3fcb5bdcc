import { expect, type Page } from "@playwright/test";
import { ADA, SARA } from "../support/demo";
import { expectAccessible, watch } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

test.use({ viewport: { width: 1440, height: 900 } });

const said = (page: Page, text: string | RegExp) =>
  expect(page.locator(".toast").filter({ hasText: text })).toBeVisible();

/** What an administrator looks at and tries, with and without a script. */
async function lookAround(page: Page): Promise<void> {
  await signIn(page, ADA);
  await page.goto("/desk/admin");
  await page.locator("main").getByRole("link", { name: /^Mail/ }).click();
  await expect(page.getByRole("heading", { name: "SMTP receivers" })).toBeVisible();
  await expect(page.getByRole("region", { name: "SMTP receivers" })).toContainText("in order");
  await expect(page.getByRole("table", { name: "Mail in, by what became of it" })).toBeVisible();

  await page.getByRole("button", { name: "Test connection" }).click();
  await said(page, "built-in outbox");
  await page.getByRole("button", { name: /^Test the receiver/ }).click();
  await said(page, "answers and offers STARTTLS");
  await page.getByRole("button", { name: "Send me a test mail" }).click();
  await said(page, "test mail is on its way");

  await page.getByRole("link", { name: "7 days" }).click();
  await expect(page.getByRole("table", { name: /week by hour/ })).toBeVisible();
}

test("an administrator sees how mail comes in and goes out, and tries both", async ({ page }) => {
  test.slow();
  const healthy = watch(page);
  await lookAround(page);
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
  healthy();
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });
  test("the same works", async ({ page }) => {
    test.slow();
    await lookAround(page);
  });
});

test("an agent has no such page", async ({ page }) => {
  await signIn(page, SARA);
  const answer = await page.goto("/desk/admin/mail");
  expect(answer?.status()).toBe(403);
});
