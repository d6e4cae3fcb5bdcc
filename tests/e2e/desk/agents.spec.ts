import { expect, type Page } from "@playwright/test";
import { ADA, SARA } from "../support/demo";
import { expectAccessible, watch } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

/** Wide enough for the desk’s menu to stand in the page. */
test.use({ viewport: { width: 1440, height: 900 } });
test.describe.configure({ mode: "serial" });

const unique = (word: string) => `${word} ${Date.now().toString(36)}`;
const opened = (page: Page, title: string | RegExp) =>
  expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
const said = (page: Page, text: string | RegExp) =>
  expect(page.locator(".toast").filter({ hasText: text })).toBeVisible();
const me = (page: Page) => page.locator(".me summary");

async function choose(page: Page, presence: string) {
  const item = page.locator(".me").getByRole("button", { name: presence });
  // A menu that opens while the page is still coming to life may be closed by its first act.
  await expect(async () => {
    if (!(await item.isVisible())) await me(page).click();
    await item.click({ timeout: 2_000 });
  }).toPass();
}

const skill = unique("Pumps");
const team = unique("Field");

test("a skill and a team", async ({ page }) => {
  const healthy = watch(page, { answers: [400] });
  await signIn(page, ADA);
  await page.goto("/desk/admin");
  for (const area of [/^Agents/, /^Skills/, /^Teams/])
    await expect(page.locator("main").getByRole("link", { name: area })).toBeVisible();

  await page.goto("/desk/admin/skills");
  await expectAccessible(page);
  await page.getByLabel("Skill", { exact: true }).fill(skill);
  await page.getByRole("button", { name: "Create" }).click();
  await said(page, "The skill is there");
  await page.getByLabel("Skill", { exact: true }).fill(skill);
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("alert")).toContainText("Another skill already has this name");
  await page.getByRole("link", { name: skill }).click();
  await opened(page, skill);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Archive" }).click();
  await said(page, "Archived");
  await page.getByRole("button", { name: "Bring back" }).click();
  await expect(page.getByRole("button", { name: "Archive" })).toBeVisible();

  await page.goto("/desk/admin/teams/new");
  await opened(page, "New team");
  await expectAccessible(page);
  await page.getByLabel("Name").fill(team);
  await page.getByLabel("Lead").selectOption({ label: "Ada Novak" });
  await page.getByLabel("Sara Bianchi").check();
  await page.getByRole("button", { name: "Create" }).click();
  await said(page, "The team is there");
  await opened(page, team);
  await expectAccessible(page);
  healthy();
});

test("a profile, and places by priority", async ({ page }) => {
  const healthy = watch(page, { answers: [400] });
  await signIn(page, ADA);
  await page.goto("/desk/admin/agents");
  await opened(page, "Agents");
  await expectAccessible(page);
  const row = page.locator("tbody tr").filter({ hasText: "Sara Bianchi" });
  await expect(row).toContainText(team);
  await row.getByRole("link", { name: /Sara Bianchi/ }).click();
  await opened(page, "Sara Bianchi");
  await expectAccessible(page);
  await page.getByLabel("Cost of an hour").fill("a lot");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText("An amount such as 32.50");
  await expect(page.getByLabel("Cost of an hour")).toHaveValue("a lot");
  await page.getByLabel("Capacity").fill("14");
  await page.getByLabel(skill).selectOption({ label: "Level 4" });
  await page.getByLabel("Regions").fill("Piemonte, Liguria");
  await page.getByLabel("Cost of an hour").fill("32,50");
  await page.getByRole("button", { name: "Save" }).click();
  await said(page, "Saved");
  await page.reload();
  await expect(page.getByLabel("Cost of an hour")).toHaveValue("32.50");
  await expect(page.getByRole("button", { name: "Liguria" })).toBeVisible();
  await page.goto("/desk/admin/agents");
  await expect(row).toContainText(`${skill} 4`);
  await expect(row).toContainText("of 14 places");

  await page.getByRole("link", { name: "Places by priority" }).click();
  await opened(page, "Places by priority");
  await expectAccessible(page);
  await page.getByLabel("Urgent").fill("2");
  await page.getByRole("button", { name: "Save" }).click();
  await said(page, "counted anew");
  await page.getByLabel("Urgent").fill("1");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Urgent")).toHaveValue("1");
  healthy();
});

test("a queue that looks at them, and has its team's members", async ({ page }) => {
  const healthy = watch(page);
  const queue = unique("Field");
  await signIn(page, ADA);
  await page.goto("/desk/admin/queues/new");
  await page.getByRole("textbox", { name: "Name" }).fill(queue);
  await page.getByLabel("Best match").check();
  await page.getByLabel("Language of the ticket").selectOption({ label: "only who fits" });
  await page.getByLabel("Hours", { exact: true }).fill("4");
  await page.getByLabel("Minutes", { exact: true }).fill("30");
  await page.getByLabel("Team", { exact: true }).selectOption({ label: team });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create" }).click();
  await said(page, "The queue is there");
  await page.getByRole("link", { name: "How it works" }).click();
  await expect(page.getByLabel("Hours", { exact: true })).toHaveValue("4");
  await expect(page.getByLabel("Minutes", { exact: true })).toHaveValue("30");
  await page.getByRole("link", { name: /^Members/ }).click();
  await expect(page.getByRole("row").filter({ hasText: "Sara Bianchi" })).toContainText("through the team");
  await expect(page.getByLabel(/^Sara Bianchi agent/)).toBeDisabled();
  await expectAccessible(page);
  await page.goto("/desk/admin/audit?type=team.created");
  await expect(page.locator("tbody tr").filter({ hasText: team })).toContainText("Sara Bianchi");
  healthy();
});

test("presence in the menu, an absence, off with a question", async ({ page }) => {
  // 404: the absence's page was fetched ahead when its link was under the mouse, and once more when it was gone.
  const healthy = watch(page, { answers: [400, 403, 404] });
  await signIn(page, SARA);
  await expect(me(page)).toContainText("Available");
  await choose(page, "Away");
  await said(page, "Presence: away");
  await expect(me(page)).toContainText("Away");
  await page.reload();
  await expect(me(page)).toContainText("Away");

  await page.goto("/desk/account/duty");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Plan an absence" }).click();
  await opened(page, "Plan an absence");
  await expectAccessible(page);
  await page.getByLabel("First day").fill("2030-08-12");
  await page.getByLabel("Last day").fill("2030-08-09");
  await page.getByLabel("Stand-in").selectOption({ label: "Elena Rossi" });
  await page.getByRole("button", { name: "Plan" }).click();
  await expect(page.getByRole("alert")).toContainText("The end lies before the beginning");
  await page.getByLabel("Last day").fill("2030-08-23");
  await page.getByRole("button", { name: "Plan" }).click();
  await said(page, "The absence is planned");
  await expect(page.getByRole("listitem").filter({ hasText: "12 Aug 2030 – 23 Aug 2030" })).toContainText(
    "Elena Rossi stands in",
  );
  await page.goto(page.url().replace(/account.*/, "account/duty"));
  await page.getByRole("link", { name: "Plan an absence" }).click();
  await page.getByLabel("First day").fill("2030-08-20");
  await page.getByLabel("Last day").fill("2030-08-30");
  await page.getByRole("button", { name: "Plan" }).click();
  await expect(page.getByRole("alert")).toContainText("Another absence is planned at that time");
  await page.goto("/desk/account/duty");
  await page.getByRole("link", { name: /12 Aug 2030/ }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Take it back" }).click();
  await said(page, "The absence is taken back");

  await choose(page, "Off duty");
  await expect(page.getByLabel(/^Hand over \d+ tickets? in hand/)).toBeChecked();
  await expectAccessible(page);
  await page.getByLabel(/^Hand over/).uncheck();
  await page.getByRole("button", { name: "Go off duty" }).click();
  await said(page, "Presence: off duty");
  await expect(me(page)).toContainText("Off duty");
  await choose(page, "Available");
  await expect(me(page)).toContainText("Available");
  const refused = await page.goto("/desk/admin/agents");
  expect(refused?.status()).toBe(403);
  healthy();
});

test("all of it without script", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await signIn(page, SARA);
  await choose(page, "Away");
  await expect(me(page)).toContainText("Away");
  await choose(page, "Off duty");
  await expect(page.getByLabel(/^Hand over/)).toBeChecked();
  await choose(page, "Available");
  await expect(me(page)).toContainText("Available");
  await context.close();
});
