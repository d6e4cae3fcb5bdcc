import { expect, type Page } from "@playwright/test";
import { ADA, SARA } from "../support/demo";
import { expectAccessible, watch } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

const field = (page: Page) => page.getByRole("combobox", { name: "Commands" });
/** The ticket's own priority, without the menu of the others. */
const priority = (page: Page) => page.locator(".th").getByLabel(/^Priority/);
const chosen = (page: Page) => page.getByRole("option", { selected: true });

// Wide enough for the menu that holds the button; below, it is a drawer.
test.use({ viewport: { width: 1440, height: 900 } });

/** The key works as soon as the page's script runs. */
async function openPalette(page: Page): Promise<void> {
  await expect(async () => {
    if (!(await field(page).isVisible())) await page.keyboard.press("Control+k");
    await expect(field(page)).toBeFocused({ timeout: 1_000 });
  }).toPass();
}

test("everything by keyboard: a list, a page of the administration, a ticket by its number, acts on it", async ({
  page,
}) => {
  const healthy = watch(page);
  await signIn(page, ADA);
  const scripts: string[] = [];
  page.on("request", (request) => scripts.push(request.url()));
  await page.goto("/desk/tickets?view=open&sort=waiting");
  await expect(page.locator(".q a.it").first()).toBeVisible();
  expect(scripts.filter((url) => /\/palette[.-](?!door)/.test(url))).toEqual([]);

  await openPalette(page);
  expect(scripts.filter((url) => /\/palette[.-](?!door)/.test(url)).length).toBeGreaterThan(0);
  await page.keyboard.type("DUE soon");
  await expect(chosen(page)).toHaveText("Due soon");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/view=due_soon/);
  await expect(field(page)).toBeHidden();

  await openPalette(page);
  await page.keyboard.type("service contr");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/desk\/admin\/contracts/);

  await page.goto("/desk/tickets?view=open&sort=waiting");
  const href = await page.locator(".q a.it").first().getAttribute("href");
  const number = /tickets\/(\d+)/.exec(href ?? "")?.[1] ?? "";
  await openPalette(page);
  await page.keyboard.type(`#${number}`);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/desk/tickets/${number}`));
  await expect(page.locator("#reply")).toBeVisible();

  await openPalette(page);
  await expect(page.getByRole("group", { name: `Ticket #${number}` })).toBeVisible();
  await page.keyboard.type("p1");
  await page.keyboard.press("Enter");
  await expect(priority(page)).toHaveText("P1");
  await page.locator(".toasts").getByRole("button", { name: "Undo" }).click();
  await expect(priority(page)).not.toHaveText("P1");

  await openPalette(page);
  await page.keyboard.type("internal");
  await page.keyboard.press("Enter");
  await expect(page.locator("#reply")).toBeFocused();
  await expect(page.getByRole("radio", { name: "Internal note" })).toBeChecked();

  // While one writes, the key works too, and Escape leads back to the words, without waiting for anything.
  for (const words of ["half ", "a ", "sentence"]) {
    await openPalette(page);
    await page.keyboard.press("Escape");
    await expect(page.locator("#reply")).toBeFocused();
    await page.keyboard.type(words);
  }
  await expect(page.locator("#reply")).toHaveValue("half a sentence");
  healthy();
});

test("arrows go round, nothing found is said, and the key closes what it opened", async ({ page }) => {
  await signIn(page, SARA);
  await page.goto("/desk/outbox");
  await openPalette(page);
  await field(page).fill("account");
  const first = await chosen(page).textContent();
  await page.keyboard.press("ArrowUp");
  await expect(chosen(page)).not.toHaveText(first ?? "");
  await page.keyboard.press("ArrowDown");
  await expect(chosen(page)).toHaveText(first ?? "");
  const active = await field(page).getAttribute("aria-activedescendant");
  await expect(chosen(page)).toHaveAttribute("id", active ?? "");
  // What only administrators open is not offered to others.
  await field(page).fill("audit log");
  await expect(page.getByRole("status").filter({ hasText: "Nothing matches" })).toBeVisible();
  await expect(page.getByRole("option")).toHaveText(["All results for “audit log”"]);
  await field(page).fill("#999999999");
  await expect(page.getByText("There is no ticket #999999999")).toBeVisible();
  await expect(field(page)).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeHidden();
});

test("the open palette is accessible, on a phone too", async ({ page }) => {
  await signIn(page, SARA);
  await page.goto("/desk/tickets?view=mine");
  await page.locator(".q a.it").first().click();
  await expect(page.locator("#reply")).toBeVisible();
  await openPalette(page);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 780 });
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.goto("/desk/commands?q=tickets");
  await expectAccessible(page);
});

test("a mouse opens it by its button", async ({ page }) => {
  await signIn(page, SARA);
  await page.goto("/desk/tickets?view=open");
  await expect(async () => {
    await page.getByRole("link", { name: "Commands" }).click();
    await expect(field(page)).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.getByRole("option", { name: "Bin" }).click();
  await expect(page).toHaveURL(/\/desk\/bin$/);
});

test("the portal knows no such key", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Control+k");
  await expect(field(page)).toHaveCount(0);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("the button leads to a page with the same links and acts", async ({ page }) => {
    await signIn(page, ADA);
    await page.goto("/desk/tickets?view=open&sort=waiting");
    await page.locator(".q a.it").first().click();
    await page.getByRole("link", { name: "Commands" }).click();
    await expect(page).toHaveURL(/\/desk\/commands\?ticket=\d+/);
    await page.getByRole("searchbox", { name: "Commands" }).fill("priority urgent");
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("button", { name: "Priority: P1" }).click();
    await expect(page).toHaveURL(/\/desk\/tickets\/\d+$/);
    await expect(priority(page)).toHaveText("P1");
    await page.locator(".toasts").getByRole("button", { name: "Undo" }).click();
    await expect(priority(page)).not.toHaveText("P1");
    await page.goto("/desk/commands?q=calendars");
    await page.getByRole("link", { name: "Business hours" }).click();
    await expect(page).toHaveURL(/\/desk\/admin\/calendars/);
  });
});
