import { expect, type Page } from "@playwright/test";
import { openTicket } from "../support/customer";
import { GIULIA } from "../support/demo";
import { expectAccessible } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

const GUEST = [
  "/",
  "/tickets/new",
  "/tickets/new/sent",
  "/sign-in",
  "/sign-in/link",
  "/sign-up",
  "/forgot-password",
  "/link/unknown",
];
const CUSTOMER = [
  "/",
  "/?scope=all",
  "/tickets",
  "/tickets?filter=done&scope=organization",
  "/tickets?after=nonsense",
  "/tickets/new?subject=Oil",
  "/account",
  "/account/addresses",
  "/account/security",
  "/account/notifications",
  "/tickets/999999",
];

async function expectFit(page: Page, path: string): Promise<void> {
  await test.step(path, async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(path);
    await expectAccessible(page);
    await expect(page.locator("h1")).toHaveCount(1);
    await expect(page).toHaveTitle(/./);
    await page.setViewportSize({ width: 360, height: 800 });
    const tooWide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await page.evaluate(tooWide)).toBeLessThanOrEqual(0);
  });
}

test("every screen of a guest is accessible in both themes and fits a phone", async ({ page }) => {
  for (const path of GUEST) await expectFit(page, path);
});

test("every screen of a customer is accessible in both themes and fits a phone, also with the longest words", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, GIULIA);
  const word = "Donaudampfschifffahrtsgesellschaftskapitänsmützenständerhalterung".repeat(2);
  const number = await openTicket(page, `Long ${word}`, `${word}\n\nhttps://example.com/${word}`);
  for (const path of [...CUSTOMER, `/tickets/${number}`, `/tickets/${number}/participants`])
    await expectFit(page, path);
});

test("the portal speaks the chosen language, titles and errors included", async ({ page }) => {
  await page.goto("/tickets/new");
  for (const [language, heading, error] of [
    ["Italiano", "Aprire un ticket", "Inserire un testo"],
    ["Română", "Deschideți un tichet", "Introduceți un text"],
    ["Русский", "Создать заявку", "Введите текст"],
  ] as const) {
    await page.locator("details.lang summary").click();
    await page.getByRole("button", { name: language }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await expect(page).toHaveTitle(new RegExp(heading));
    await page.locator("[name=name]").fill("Ada");
    await page.locator("[name=email]").fill("ada@example.com");
    await page.locator("[name=typeId]").first().check();
    await page.locator("[name=subject]").fill("x");
    await page.locator("[name=text]").fill(" ");
    await page.locator("#new-ticket button.primary").click();
    await expect(page.getByRole("alert")).toContainText(error);
  }
  await page.locator("details.lang summary").click();
  await page.getByRole("button", { name: "English" }).click();
});
