import path from "node:path";
import { expect } from "@playwright/test";
import { GIULIA, SARA } from "../support/demo";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

// The pictures of the README. `UPDATE_PICTURES=1` writes them where the README looks; else they are only taken.
const folder = process.env.UPDATE_PICTURES ? "docs/images" : ".cache/test-results/pictures";

test.use({ viewport: { width: 1440, height: 900 } });

test("the portal's home", async ({ page }) => {
  await signIn(page, GIULIA);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.screenshot({ path: path.join(folder, "portal.png") });
});

test("the desk with a ticket", async ({ page }) => {
  await signIn(page, SARA);
  await page.goto("/desk/tickets?view=open");
  await page.getByRole("link", { name: /Replacement part arrived damaged/ }).click();
  await expect(page.getByText("Delivered to giulia@marchetti.example").first()).toBeVisible({ timeout: 45_000 });
  await page.mouse.move(0, 0);
  await page.screenshot({ path: path.join(folder, "desk.png") });
});
