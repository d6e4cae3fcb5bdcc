import { expect, type Page } from "@playwright/test";
import { GIULIA } from "../support/demo";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

/** How many sheets of A4 a page takes. */
async function sheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: "A4" });
  return [...pdf.toString("latin1").matchAll(/\/Type\s*\/Page\b/g)].length;
}

test("an article on paper says whose it is and where it stands, and leaves out what can only be clicked", async ({
  page,
}) => {
  await page.goto("/help/en/articles/error-codes-c90");
  const address = page.getByText("/help/en/articles/error-codes-c90");
  await expect(address).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(address).toBeVisible();
  await expect(page.getByRole("banner").getByRole("link", { name: "Northwind" })).toBeVisible();
  await expect(page.getByRole("contentinfo").getByText("+39 011 555 0100")).toBeVisible();
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("searchbox")).toHaveCount(0);
  expect(await sheets(page)).toBeLessThanOrEqual(2);
});

test("every answer of the frequent questions stands on paper, whole", async ({ page }) => {
  await page.goto("/help/en/faq");
  const first = page.locator(".faq-item").first();
  await expect(first.locator(".prose")).toBeHidden();
  await page.emulateMedia({ media: "print" });
  for (const answer of await page.locator(".faq-item .prose > div").all()) await expect(answer).toBeVisible();
  await expect(page.getByRole("link", { name: /^Link to the answer/ })).toHaveCount(0);
  await expect(first).toHaveCSS("break-inside", "avoid");
});

test("a ticket on paper begins with its facts and has no empty sheet", async ({ page }) => {
  await signIn(page, GIULIA);
  await page.goto("/tickets");
  await page.getByRole("link", { name: /Invoice shows the wrong VAT number/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Invoice shows the wrong VAT number");
  await page.emulateMedia({ media: "print" });
  const facts = await page.getByRole("complementary").boundingBox();
  const message = await page.getByRole("article").first().boundingBox();
  expect(facts!.y).toBeLessThan(message!.y);
  await expect(page.getByRole("textbox")).toHaveCount(0);
  expect(await sheets(page)).toBe(1);
});
