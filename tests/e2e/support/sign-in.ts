import { expect, type Page } from "@playwright/test";
import { DEMO_PASSWORD } from "./demo";

/** Signs in as a person of the demo company through the form. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel(/mail/i).first().fill(email);
  await page.locator("input[type=password]").fill(DEMO_PASSWORD);
  await page.locator("input[type=password]").press("Enter");
  await expect(page).not.toHaveURL(/sign-in/);
}
