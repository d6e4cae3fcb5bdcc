import { expect } from "@playwright/test";
import { ADA } from "../support/demo";
import { expectAccessible, watch } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

test.use({ viewport: { width: 1440, height: 900 } });

test("an operator is completed by keyboard, narrows the tickets, and the search is kept as a view", async ({
  page,
}) => {
  const healthy = watch(page);
  await signIn(page, ADA);
  await page.goto("/desk/search");
  const field = page.getByRole("main").locator("[name=q]");
  await expect(async () => {
    await field.blur();
    await field.focus();
    await expect(field).toHaveRole("combobox", { timeout: 1_000 });
  }).toPass();
  await field.pressSequentially("pump is:op");
  await expect(page.getByRole("option", { name: /^is:open/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("pump is:open ");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/desk\/search\?q=pump/);
  await expect(page.locator(".hit mark").first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Keep this search" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Open pumps");
  await page.getByRole("button", { name: "Keep it" }).click();
  const kept = page.getByRole("navigation", { name: "Kept searches" }).getByRole("link", { name: "Open pumps" });
  await expect(kept).toHaveAttribute("aria-current", "page");
  healthy();
});
