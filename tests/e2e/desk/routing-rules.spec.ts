import { expect, type Page } from "@playwright/test";
import { ADA, GIULIA } from "../support/demo";
import { expectAccessible, watch } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

test.use({ viewport: { width: 1440, height: 900 } });

const unique = (word: string) => `${word} ${Date.now().toString(36)}`;
const opened = (page: Page, title: string | RegExp) =>
  expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
const said = (page: Page, text: string | RegExp) =>
  expect(page.locator(".toast").filter({ hasText: text })).toBeVisible();
/** A page that has come to rest, without fault. */
async function checked(page: Page): Promise<void> {
  await expect(page.getByRole("progressbar", { name: "Loading" })).toHaveCount(0);
  await expectAccessible(page);
}
const rules = (page: Page) => page.getByRole("list", { name: "Routing rules" }).getByRole("listitem");

test("a rule is built, tried, saved, moved and acts on the next ticket", async ({ page, browser }) => {
  test.slow(); // a dozen screens, each judged in both themes
  // 404: a rule's page was fetched ahead when its link was under the mouse, and once more when it was gone.
  const healthy = watch(page, { answers: [400, 404] });
  const [name, other, word] = [unique("Gearboxes"), unique("Everything else"), unique("gearbox").replace(" ", "")];
  await signIn(page, ADA);
  await page.goto("/desk/admin/rules");
  await opened(page, "Routing rules");
  await checked(page);

  await page.getByRole("link", { name: "New rule" }).click();
  await opened(page, "New rule");
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Add a condition: All of these hold" }).click();
  const row = page.getByRole("group", { name: "Condition 1" });
  await row.getByLabel("Fact").selectOption({ label: "Subject and text" });
  await row.getByLabel("Values").fill(word);
  await expect(page.getByLabel("Name")).toHaveValue(name);
  await checked(page);

  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Choose at least one thing that the rule does.").first()).toBeVisible();
  await expect(row.getByLabel("Values")).toHaveValue(word);
  await page.getByLabel("Queue", { exact: true }).selectOption({ label: "Billing" });
  await page.getByLabel("Priority", { exact: true }).selectOption("urgent");
  await page.getByLabel("Tags").fill("gearbox");
  await page.getByRole("button", { name: "Try on the last tickets" }).click();
  const tried = page.getByRole("region", { name: "What would differ" });
  await expect(tried.getByText(/^0 tickets would differ/)).toBeVisible();
  await checked(page);
  await page.getByRole("button", { name: "Save" }).click();
  await said(page, "Saved");
  await expect(rules(page).filter({ hasText: name })).toContainText(
    "queue Billing · priority P1 Urgent · tags gearbox",
  );

  await page.getByRole("link", { name: "New rule" }).click();
  await page.getByLabel("Name").fill(other);
  await page.getByLabel("Tags").fill("seen");
  await page.getByRole("button", { name: "Try on the last tickets" }).click();
  const differing = page.getByRole("table", { name: "Tickets that would differ" });
  await expect(differing.getByRole("row").filter({ hasText: "seen" }).first()).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await said(page, "Saved");
  await expect(rules(page).last()).toContainText("Every ticket");
  await page.getByRole("button", { name: `Move ${other} up` }).press("Enter");
  await expect(page.getByText("Changed and not saved yet.")).toBeVisible();
  await expect(rules(page).last()).toContainText(name);
  await expect(page.getByRole("button", { name: `Move ${other} up` })).toBeFocused();
  await rules(page).last().dragTo(rules(page).first());
  await expect(rules(page).first()).toContainText(name);
  await page.getByRole("button", { name: `Switch ${other} off` }).press("Space");
  await expect(rules(page).filter({ hasText: other }).getByText("off", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Try on the last tickets" }).click();
  await expect(differing.getByRole("row").filter({ hasText: "seen" }).first()).toBeVisible();
  await checked(page);
  await page.getByRole("button", { name: "Save" }).click();
  await said(page, "Saved");
  await expect(page.getByText("Changed and not saved yet.")).toBeHidden();
  await expect(rules(page).first()).toContainText(name);
  await expect(rules(page).filter({ hasText: other }).getByText("off", { exact: true })).toBeVisible();
  await checked(page);

  const customer = await browser.newContext();
  const portal = await customer.newPage();
  await signIn(portal, GIULIA);
  await portal.goto("/tickets/new");
  await portal.getByRole("radio", { name: /Invoice or payment/ }).check();
  await portal.getByRole("textbox", { name: "Subject" }).fill(`The ${word} rattles`);
  await portal.getByRole("textbox", { name: "What happened?" }).fill("Since Monday, at full load.");
  await portal.getByRole("button", { name: "Open the ticket" }).click();
  await expect(portal).toHaveURL(/\/tickets\/\d+/);
  const number = /\/tickets\/(\d+)/.exec(portal.url())?.[1];
  await customer.close();
  await page.goto(`/desk/tickets/${number}`);
  await expect(page.getByText(new RegExp(`Routed to Billing by the rules? ${name}`))).toBeVisible();
  await page.locator(".ev").filter({ hasText: "Routed to" }).getByRole("link", { name: "Why?" }).click();
  await opened(page, "Why?");
  await expect(page.getByRole("listitem").filter({ hasText: name })).toContainText("applied");
  await checked(page);

  await page.goto("/desk/admin/rules/versions");
  await opened(page, "Earlier versions");
  await expect(page.getByRole("row").nth(1)).toContainText("Ada");
  await checked(page);
  await page
    .getByRole("link", { name: /^Version/ })
    .first()
    .click();
  await expect(page.getByText(name)).toBeVisible();
  await checked(page);

  await page.goto("/desk/admin/rules");
  for (const rule of [name, other]) {
    await page.getByRole("link", { name: rule }).click();
    await page.getByRole("button", { name: "Delete the rule" }).click();
    await said(page, "The rule is deleted.");
  }
  healthy();
});
