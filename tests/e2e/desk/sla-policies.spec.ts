import { expect, type Page } from "@playwright/test";
import { ADA } from "../support/demo";
import { expectAccessible, watch } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

test.use({ viewport: { width: 1440, height: 900 } });

const unique = (word: string) => `${word} ${Date.now().toString(36)}`;
const said = (page: Page, text: string | RegExp) =>
  expect(page.locator(".toast").filter({ hasText: text })).toBeVisible();
const arrived = (page: Page) => expect(page.getByRole("progressbar", { name: "Loading" })).toHaveCount(0);
const target = (page: Page, kind: string) => page.getByRole("group", { name: kind, exact: true });

test("a policy with targets and a ladder, its versions, and a second administrator who saves too late", async ({
  page,
  browser,
}) => {
  test.slow();
  const healthy = watch(page, { answers: [400] });
  const name = unique("Gold");
  await signIn(page, ADA);
  await page.goto("/desk/admin");
  await page
    .locator("main")
    .getByRole("link", { name: /^Service levels/ })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Service levels" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "New policy" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "New policy" })).toBeVisible();

  await page.getByLabel("Name", { exact: true }).fill(name);
  await target(page, "First reply").getByLabel("P1 Urgent").fill("30");
  await target(page, "First reply").getByLabel("P3 Normal").fill("2 d");
  await target(page, "Resolution").getByLabel("P3 Normal").fill("2 d");
  await target(page, "Resolution").getByRole("radio", { name: "Day and night" }).check();
  await page.getByRole("button", { name: "Add a step" }).click();
  const first = page.getByRole("group", { name: "Step 1", exact: true });
  await first.getByLabel("How much").fill("80");
  await first.getByRole("button", { name: "Call a webhook" }).click();
  await first.getByLabel("Call this address").fill("https://hooks.example/escalated");
  await first.getByRole("button", { name: "Raise priority" }).click();
  await page.getByRole("button", { name: "Add a step" }).click();
  await page.getByRole("button", { name: "Remove step 2" }).click();
  await page.getByRole("button", { name: "Create" }).click();

  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByRole("alert")).toContainText("Say hours or minutes");
  await expect(page.getByRole("alert")).toContainText("a day has no fixed length");
  await expect(target(page, "First reply").getByLabel("P1 Urgent")).toHaveValue("30");
  await expect(first.getByLabel("Call this address")).toHaveValue("https://hooks.example/escalated");
  await arrived(page);
  await expectAccessible(page);
  await target(page, "First reply").getByLabel("P1 Urgent").fill("30 min");
  await target(page, "First reply").getByLabel("P3 Normal").fill("4 h");
  await page.getByRole("button", { name: "Create" }).click();
  await said(page, "The policy is there");
  await expect(target(page, "Resolution").getByLabel("P3 Normal")).toHaveValue(/^2.d$/);
  await expect(page.getByText("Webhook signature")).toBeVisible();
  await expectAccessible(page);

  const address = page.url();
  const other = await browser.newContext();
  const late = await other.newPage();
  await signIn(late, ADA);
  await late.goto(address);
  await page.getByLabel("Name", { exact: true }).fill(`${name} plus`);
  await page.getByRole("button", { name: "Save as a new version" }).click();
  await said(page, "Saved as a new version");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${name} plus`);
  await target(late, "First reply").getByLabel("P1 Urgent").fill("15 min");
  await late.getByRole("button", { name: "Save as a new version" }).click();
  await expect(late.getByRole("alert")).toContainText("Ada Novak has saved version 2 meanwhile");
  await expect(target(late, "First reply").getByLabel("P1 Urgent")).toHaveValue("15 min");
  await expect(late.getByRole("link", { name: "Open the newest version in a new tab" })).toBeVisible();
  await late.getByRole("button", { name: "Save as a new version" }).click();
  await expect(late.getByRole("alert")).toContainText("Ada Novak has saved version 2 meanwhile");
  await other.close();

  await page.getByRole("link", { name: "Version 2: all versions" }).click();
  await expect(page.locator("main").getByRole("heading", { level: 2 })).toHaveCount(2);
  await expect(page.locator("main")).toContainText("notify the assignee");
  await expect(page.locator("main")).toContainText("call https://hooks.example/escalated");
  await expectAccessible(page);

  await page.goto("/desk/admin/sla");
  const row = page.locator("tbody tr").filter({ hasText: `${name} plus` });
  await expect(row).toContainText("First reply: P1 30 min · P3 4 h");
  await row.getByRole("button", { name: `Move ${name} plus up` }).click();
  await expect(page.locator("tbody tr").last()).not.toContainText(`${name} plus`);
  await arrived(page);
  await row.getByRole("link", { name: `${name} plus` }).click();
  await page.getByRole("button", { name: "Archive" }).click();
  await said(page, "Archived");
  healthy();
});

test("the form without script: rows come and go by its buttons, nothing typed is lost", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const name = unique("Plain");
  await signIn(page, ADA);
  await page.goto("/desk/admin/sla/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await target(page, "First reply").getByLabel("P2 High").fill("1 h 30 min");
  await page.getByRole("button", { name: "Add a step" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(name);
  const step = page.getByRole("group", { name: "Step 1", exact: true });
  await step.getByLabel("When").selectOption({ label: "Before it is due" });
  await step.getByLabel("How much").fill("20 min");
  await step.getByRole("button", { name: "Move to a queue" }).click();
  await expect(step.getByLabel("How much")).toHaveValue("20 min");
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose a queue");
  await step.getByRole("button", { name: "Remove action 2 of step 1" }).click();
  await expect(target(page, "First reply").getByLabel("P2 High")).toHaveValue("1 h 30 min");
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await page.getByRole("button", { name: "Archive" }).click();
  await context.close();
});
