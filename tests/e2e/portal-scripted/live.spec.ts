import { expect } from "@playwright/test";
import { asStaff, openTicket } from "../support/customer";
import { GIULIA, SARA } from "../support/demo";
import { watch } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

test("an agent's answer appears by itself, counts as read where it is seen, and waits for the customer", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const healthy = watch(page);
  await signIn(page, GIULIA);
  const subject = `Live ${Date.now()}`;
  const number = await openTicket(page, subject);
  const reply = page.getByRole("textbox", { name: "Reply text" });
  await reply.fill("Half a thought");
  await asStaff(browser, SARA, async (desk) => {
    await desk.goto(`/desk/tickets/${number}`);
    await desk.getByRole("textbox", { name: /Reply to Giulia/ }).fill("Which model is it?");
    await desk.getByRole("button", { name: "Send", exact: true }).click();
    await expect(page.getByRole("article").filter({ hasText: "Which model is it?" })).toBeVisible({ timeout: 45_000 });
  });
  await expect(reply).toHaveValue("Half a thought");
  await expect(page.locator(".page-head .chip")).toHaveText("Waiting for you");
  await page.goto("/tickets");
  const row = page.getByRole("link", { name: new RegExp(subject) });
  await expect(row).toBeVisible();
  await expect(row).not.toHaveClass(/new/);
  await page.goto("/");
  const waiting = page.getByRole("region", { name: "Waiting for you" });
  await waiting.getByRole("link", { name: new RegExp(subject) }).click();
  await expect(reply).toHaveValue("Half a thought");
  healthy();
});
