import { expect } from "@playwright/test";
import { test } from "../support/test";

test("the contents of an article say where one reads", async ({ page }) => {
  await page.goto("/help/en");
  const links = await page
    .locator("main a[href*='/articles/']")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  for (const href of links) {
    await page.goto(href);
    if ((await page.locator(".toc a").count()) > 1) break;
  }
  await expect(page.locator(".toc a[aria-current]")).toHaveCount(1);
  await page.keyboard.press("End");
  await expect(page.locator(".toc a").last()).toHaveAttribute("aria-current", "true");
});
