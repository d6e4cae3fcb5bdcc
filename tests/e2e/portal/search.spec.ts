import { expect } from "@playwright/test";
import { expectAccessible, watch } from "../support/page-health";
import { test } from "../support/test";

test("a stranger searches the help centre, slips included, and opens what was found", async ({ page }) => {
  const healthy = watch(page);
  await page.goto("/");
  const form = page.getByRole("main").getByRole("search");
  await form.locator("[name=q]").fill("pmup leaks");
  await form.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/\/search\?q=pmup/);
  await expect(page.getByText("Showing results for “pump leaks”.")).toBeVisible();
  await expect(page.locator(".hit mark").first()).toBeVisible();
  await expect(page.getByRole("link", { name: /^Tickets/ })).toHaveCount(0);
  await page.locator(".hit").first().click();
  await expect(page).toHaveURL(/\/help\/en\//);
  healthy();
});

test("nothing found leaves ways on", async ({ page }) => {
  await page.goto("/search?q=xylophonequartz");
  await expect(page.getByRole("heading", { name: /Nothing found/ })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Open a ticket" })).toHaveAttribute(
    "href",
    /subject=xylophonequartz/,
  );
});

test("by keyboard, with the list open", async ({ page, javaScriptEnabled }) => {
  if (javaScriptEnabled === false) return expect((await page.goto("/search?q=pump"))?.status()).toBe(200);
  await page.goto("/");
  const field = page.getByRole("main").locator("[name=q]");
  await expect(field).toBeVisible();
  await expect(async () => {
    await field.blur();
    await field.focus();
    await expect(field).toHaveRole("combobox", { timeout: 1_000 });
  }).toPass();
  await field.pressSequentially("pump");
  await expect(page.getByRole("option").first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toBeHidden();
  await expect(field).toHaveValue("pump");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { selected: true })).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/help\/en\//);
});
