import { expect, type Page } from "@playwright/test";
import { ADA, SARA } from "../support/demo";
import { expectAccessible, watch } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

/** Wide enough for the desk's menu and the facts to stand in the page. */
test.use({ viewport: { width: 1440, height: 900 } });

const unique = (word: string) => `${word} ${Date.now().toString(36)}`;
const opened = (page: Page, title: string | RegExp) =>
  expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
const said = (page: Page, text: string | RegExp) =>
  expect(page.locator(".toast").filter({ hasText: text })).toBeVisible();

async function openTicket(page: Page, email: string, subject: string): Promise<string> {
  await page.goto("/desk/tickets/new");
  await page.getByLabel("Customer's e-mail address").fill(email);
  await page.getByLabel("Subject").fill(subject);
  await page.getByLabel("Message").fill("She called this morning.");
  await page.getByLabel("Internal note").check();
  await page.getByRole("button", { name: "Open ticket" }).click();
  await said(page, /Ticket #\d+ is open/);
  return page.url();
}

test("an organization, its product and contract; a ticket draws from it, timed and typed", async ({ page }) => {
  test.slow();
  const healthy = watch(page, { answers: [400, 409] });
  const name = unique("Lakeside");
  const domain = `${name.replace(" ", "-").toLowerCase()}.example`;
  await signIn(page, ADA);
  await page.goto("/desk/admin/organizations");
  await expectAccessible(page);
  await page.getByRole("link", { name: "New organization" }).click();
  await opened(page, "New organization");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Mail domain").fill(domain);
  await page.getByRole("button", { name: "Create" }).click();
  await opened(page, name);
  await page.getByLabel("Asset", { exact: true }).fill("Pump 7");
  await page.getByLabel("Serial number").fill("P7-0042");
  await page.getByRole("button", { name: "Add asset" }).click();
  await said(page, "Asset added");
  await expectAccessible(page);

  await page.goto("/desk/admin/contracts/new");
  const number = unique("C");
  const year = new Date().getFullYear();
  await page.getByLabel("Number").fill(number);
  await page.getByLabel("Name", { exact: true }).fill("Care for pumps");
  await page.getByLabel("First day").fill(`${year - 1}-01-01`);
  await page.getByLabel("Last day").fill(`${year - 2}-12-31`);
  await page.getByLabel(/^Hours/).check();
  await page.getByLabel("Amount").fill("2:00");
  await page.getByLabel("Find an organization").fill(name);
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByLabel(name).check();
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("alert")).toContainText("The last day comes before the first");
  await expect(page.getByLabel(name)).toBeChecked();
  await expectAccessible(page);
  await page.getByLabel("Last day").fill(`${year + 1}-12-31`);
  await page.getByRole("button", { name: "Create" }).click();
  await said(page, "The contract is there");
  await opened(page, number);
  await expect(page.locator("main")).toContainText("2 h of 2 h left".replaceAll(" h", "\u00a0h"));
  await expectAccessible(page);

  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByLabel("Name", { exact: true }).fill("Care for all pumps");
  await other.getByRole("button", { name: "Save" }).click();
  await said(other, "Saved");
  await other.close();
  await page.getByLabel("Notes").fill("Renewed by phone");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText("changed by somebody else");
  await expect(page.getByLabel("Notes")).toHaveValue("Renewed by phone");
  await page.getByRole("button", { name: "Save" }).click();
  await said(page, "Saved");

  const ticket = await openTicket(page, `nina@${domain}`, unique("Pump rattles"));
  const facts = page.locator(".ctx");
  await expect(facts).toContainText(number);
  await facts.getByRole("button", { name: "Start timer" }).click();
  await said(page, "Timer started");
  await page.reload();
  await expect(page.locator(".th").getByRole("button", { name: /Stop timer/ })).toBeVisible();
  await expectAccessible(page);
  const second = await openTicket(page, `nina@${domain}`, unique("Seal"));
  await page.locator(".ctx").getByRole("button", { name: "Start timer" }).click();
  await said(page, /Timer started\. The one on #\d+ was stopped/);
  await page
    .locator(".th")
    .getByRole("button", { name: /Stop timer/ })
    .click();
  await said(page, "Time logged");
  expect(second).not.toBe(ticket);

  await page.goto(ticket);
  await facts.getByText("Log time").click();
  await facts.getByLabel("Time spent").fill("ninety");
  await facts.getByLabel("What was done").fill("New seal");
  await facts.getByRole("button", { name: "Log", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("up to 24 hours");
  await expect(page.getByLabel("What was done")).toHaveValue("New seal");
  await page.getByLabel("Time spent").fill("1:30");
  await page.getByRole("button", { name: "Log", exact: true }).click();
  await said(page, "Time logged");
  await expect(page.locator("tbody tr").filter({ hasText: "New seal" })).toContainText("1\u00a0h 30\u00a0min");
  await expectAccessible(page);
  await page.locator("tbody tr").filter({ hasText: "New seal" }).getByRole("link", { name: /Edit/ }).click();
  await expect(page.getByRole("button", { name: "Save" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Time spent").fill("2h 30m");
  await page.getByRole("button", { name: "Save" }).click();
  await said(page, "Saved");
  await page.goto(ticket);
  await expect(facts).toContainText("Exceeded by 30\u00a0min");
  await openTicket(page, `nina@${domain}`, unique("Once more"));
  await expect(page.locator(".main")).toContainText(`Nothing is left of contract ${number}`);

  await page.goto(`/desk/admin/contracts?q=${encodeURIComponent(number)}`);
  await expect(page.locator("tbody tr")).toContainText("used up");
  await expectAccessible(page);
  await page.getByRole("link", { name: number }).click();
  await expect(page.locator("tbody tr").filter({ hasText: "New seal" })).toBeVisible();
  healthy();
});

test("timer and time log without script", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await signIn(page, SARA);
  const ticket = await openTicket(page, "hana@tanaka.example", unique("Plain"));
  await page.goto(`${new URL(ticket).pathname}/time`);
  await page.getByRole("button", { name: "Start timer" }).click();
  await page.getByRole("button", { name: /Stop timer/ }).click();
  await page.getByLabel("Time spent").fill("45m");
  await page.getByLabel("Billable").uncheck();
  await page.getByRole("button", { name: "Log", exact: true }).click();
  await expect(page.locator("tbody tr").filter({ hasText: "45" })).toContainText("not billable");
  await page.locator("tbody tr").filter({ hasText: "45" }).getByRole("link", { name: /Edit/ }).click();
  await page.getByRole("button", { name: "Delete entry" }).click();
  await expect(page.locator("tbody tr").filter({ hasText: "45" })).toHaveCount(0);
  await context.close();
});
