import { expect, type Page } from "@playwright/test";
import { ADA, SARA } from "../support/demo";
import { expectAccessible, watch } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

// Wide enough for the desk's menu to stand beside the list.
test.use({ viewport: { width: 1440, height: 900 } });

/** The clock lines of the ticket's service-level card. */
const card = (page: Page) => page.locator(".ctx .sla");

test("what is due soon, and how a due time came about", async ({ page }) => {
  test.slow();
  const healthy = watch(page);
  await signIn(page, SARA);
  await page.goto("/desk/tickets");
  await page.getByRole("link", { name: /^Due soon/ }).click();
  await expect(page).toHaveURL(/view=due_soon/);
  const rows = page.locator(".q a.it");
  await expect(rows.first().locator(".due").first()).toHaveText(/over$| in \d/);
  for (const due of await page.locator(".q a.it > .due:first-of-type").all()) await expect(due).toHaveClass(/due [dw]/);
  await expectAccessible(page);

  await rows.first().click();
  await expect(
    card(page)
      .getByText(/over|left/)
      .first(),
  ).toBeVisible();
  await page.locator(".ctx").getByRole("link", { name: "Time line" }).click();
  await expect(page.getByRole("heading", { name: "How was this computed?" })).toBeVisible();
  await expect(page.getByRole("img", { name: /used/ })).toBeVisible();
  const table = page.getByRole("table", { name: "Every stretch" });
  await expect(table.getByRole("row").nth(1)).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  healthy();
});

test("the order by due time stays from list to list", async ({ page }) => {
  await signIn(page, SARA);
  await page.goto("/desk/tickets?view=open&sort=due");
  await page.getByRole("link", { name: /^Unassigned/ }).click();
  await expect(page).toHaveURL(/view=unassigned&sort=due/);
});

test("a clock that stands still says so, and its time line names the pause", async ({ page }) => {
  await signIn(page, SARA);
  await page.goto("/desk/tickets?view=waiting");
  const row = page.locator(".q a.it").filter({ hasText: "clock paused" }).first();
  await expect(row).toContainText("Waiting for customer, clock paused");
  await row.click();
  await card(page).locator("div", { hasText: "paused" }).getByRole("link").last().click();
  await expect(page.getByRole("table", { name: "Every stretch" })).toContainText("Paused: Waiting for customer");
});

test("a raised priority that is over at once says so", async ({ page }) => {
  await signIn(page, ADA);
  // Opened 21 hours ago and never paused: past the 8 hours that its contract gives an urgent one, whatever the time of day.
  await page.goto("/desk/tickets?view=due_soon");
  await page.getByRole("link", { name: /Two of six seals are the wrong size/ }).click();
  await expect(page.getByRole("heading", { name: "Two of six seals are the wrong size" })).toBeVisible();
  await page.getByLabel(/^Priority/).click();
  await page.getByRole("button", { name: /P1 Urgent/ }).click();
  await expect(page.getByText(/is overdue at once: the time counts from the ticket's start/)).toBeVisible();
  await expect(page.getByText(/overdue at once by the change/)).toBeVisible();
  await page.getByRole("button", { name: /Undo/ }).first().click();
});
