import { expect, type Page } from "@playwright/test";
import { ADA, SARA } from "../support/demo";
import { expectAccessible, watch } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

/** Wide enough for the desk’s menu to stand in the page. */
test.use({ viewport: { width: 1440, height: 900 } });

const unique = (word: string) => `${word} ${Date.now().toString(36)}`;
const opened = (page: Page, title: string | RegExp) =>
  expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
const said = (page: Page, text: string | RegExp) =>
  expect(page.locator(".toast").filter({ hasText: text })).toBeVisible();

test("a queue with address and members, a request type and a status of one's own", async ({ page }) => {
  test.slow();
  const healthy = watch(page);
  const queue = unique("Spare parts");
  const address = `parts-${Date.now().toString(36)}@northwind.example`;
  await signIn(page, ADA);
  await page.getByRole("link", { name: "Administration" }).click();
  await opened(page, "Administration");
  await expectAccessible(page);
  await page
    .locator("main")
    .getByRole("link", { name: /^Queues/ })
    .click();
  await opened(page, "Queues");
  await expectAccessible(page);
  await page.getByRole("link", { name: "New queue" }).click();
  await opened(page, "New queue");
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "Name" }).fill(queue);
  await page.getByLabel("In turn").check();
  await page.getByRole("button", { name: "Create" }).click();

  await said(page, "The queue is there");
  await expect(page.getByRole("heading", { name: "No address yet" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("E-mail address").fill(address);
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: address })).toContainText("primary");

  await page.getByRole("link", { name: /^Members/ }).click();
  await page.getByLabel("Sara Bianchi agent").check();
  await page.getByRole("button", { name: "Save" }).click();
  await said(page, "Saved");
  await expectAccessible(page);

  await page.goto("/desk/admin/types/new");
  await expectAccessible(page);
  const type = unique("Order a part");
  await page.getByRole("group", { name: "Name" }).getByLabel("Italiano").fill("Ordinare un ricambio");
  await page.getByLabel("Queue", { exact: true }).selectOption({ label: queue });
  await page.getByRole("group", { name: "Name" }).getByLabel("English").fill(type);
  await page.getByRole("button", { name: "Create" }).click();
  await said(page, "Saved");
  await page.getByRole("button", { name: `Move ${type} up` }).click();
  await expect(page.locator("tbody tr").nth(-2)).toContainText(type);
  await expectAccessible(page);

  await page.goto("/desk/admin/statuses/new");
  await expectAccessible(page);
  const status = unique("Part ordered");
  await page.getByLabel("English").fill(status);
  await page.getByLabel("Behaves like").selectOption({ label: "Waiting for third party" });
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.locator("tbody tr").filter({ hasText: status })).toContainText("Waiting for third party");
  await expectAccessible(page);
  await page.goto("/desk/tickets/new");
  await page.getByLabel("Request type").selectOption({ label: type });
  await expect(page.getByLabel("Queue", { exact: true }).locator("option:checked")).toHaveText(queue);
  healthy();
});

test("moves, settings and the audit log", async ({ page }) => {
  const healthy = watch(page);
  await signIn(page, ADA);
  await page.goto("/desk/admin/statuses/moves");
  await expectAccessible(page);
  await page.getByLabel("From “Closed” to “Open”").uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await said(page, "Saved");
  await expect(page.getByLabel("From “Closed” to “Open”")).not.toBeChecked();
  await page.getByLabel("From “Closed” to “Open”").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("From “Closed” to “Open”")).toBeChecked();

  await page.goto("/desk/admin/settings");
  await expectAccessible(page);
  await page.getByLabel("Opening hours").fill("Mon–Fri 08:00–18:00 (Rome)");
  await page.getByRole("button", { name: "Save" }).click();
  await said(page, "Saved");
  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Tickets" }).click();
  await expect(page.getByLabel("Keep in the bin (days)")).toHaveValue("30");
  await expectAccessible(page);

  await page.goto("/desk/admin/audit");
  await expect(page.locator("tbody tr").filter({ hasText: "Settings saved" }).first()).toContainText("Ada Novak");
  await page.getByLabel("What").selectOption({ label: "Moves changed" });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/type=state_moves\.changed/);
  await expect(page.locator("tbody tr").first()).toContainText("closed open");
  await expectAccessible(page);
  healthy();
});

test("a ticket for a customer, into the bin and out again", async ({ page }) => {
  const healthy = watch(page);
  await signIn(page, SARA);
  await expect(async () => {
    await page.keyboard.press("c");
    await expect(page).toHaveURL(/tickets\/new/, { timeout: 1_000 });
  }).toPass();
  await opened(page, "New ticket");
  await expectAccessible(page);
  const subject = unique("Asked on the phone");
  await page.getByLabel("Customer's e-mail address").pressSequentially("hana@");
  await expect(page.locator("#known-customers option")).toHaveCount(1);
  await page.getByLabel("Customer's e-mail address").fill("hana@tanaka.example");
  await expect(page.getByLabel("Customer's name")).toHaveValue("Hana Tanaka");
  await page.getByLabel("Subject").fill(subject);
  await page.getByLabel("Message").fill("As agreed: the seal leaves tomorrow.");
  await page.getByRole("button", { name: "Open ticket" }).click();
  await said(page, /Ticket #\d+ is open/);
  await expect(page.locator(".th")).toContainText(subject);
  await expect(page.locator(".th")).toContainText("Waiting for customer");
  const ticket = page.url();
  await expect(async () => {
    await page.goto("/desk/outbox");
    const mail = page
      .locator("tbody tr, main li")
      .filter({ hasText: subject })
      .filter({ hasText: "hana@tanaka.example" });
    await expect(mail.first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 45_000 });

  await page.goto(ticket);
  await page.getByLabel("More", { exact: true }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await said(page, "is in the bin");
  await page.getByRole("link", { name: "Bin", exact: true }).click();
  const row = page.locator("tbody tr").filter({ hasText: subject });
  await expect(row).toContainText("Sara Bianchi");
  await expect(row).toContainText("30 days left");
  await expectAccessible(page);
  await row.getByRole("button", { name: "Restore" }).click();
  await said(page, "Restored");
  await expect(page.locator(".th")).toContainText(subject);
  healthy();
});

test("a refused form names the field and keeps what was typed", async ({ page }) => {
  await signIn(page, ADA);
  await page.goto("/desk/admin/queues");
  await page.locator("main").getByRole("link", { name: "Billing" }).click();
  await page.getByRole("link", { name: /^Addresses/ }).click();
  await page.getByLabel("E-mail address").fill("support@northwind.example");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByRole("alert")).toContainText("already belongs to another queue");
  await expect(page.getByLabel("E-mail address")).toHaveValue("support@northwind.example");
  await expectAccessible(page);

  await page.goto("/desk/tickets/new");
  await page.getByLabel("Customer's e-mail address").fill("hana@tanaka.example");
  await page.getByLabel("Subject").fill("Seal");
  await page.getByLabel("Message").fill("As agreed.");
  await page.getByLabel("Cc, separated by commas").fill("not an address");
  await page
    .getByLabel("Attachments")
    .setInputFiles({ name: "seal.txt", mimeType: "text/plain", buffer: Buffer.from("x") });
  await page.getByRole("button", { name: "Open ticket" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByLabel("Message")).toHaveValue("As agreed.");
  await expect(page.getByLabel(/seal\.txt/)).toBeChecked();
  await expectAccessible(page);
});

test("the next ticket of a queue", async ({ page }) => {
  await signIn(page, SARA);
  await page
    .getByRole("navigation", { name: "Queues" })
    .getByRole("link", { name: /^Billing/ })
    .click();
  await page.getByRole("button", { name: "Next ticket" }).click();
  await expect(page).toHaveURL(/tickets\/\d+/);
  await expect(page.locator(".conv")).toContainText("Taken from the queue by you");
});

test("the administrators' forms without script, and closed to agents", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await signIn(page, ADA);
  await page.goto("/desk/admin/queues/new");
  const name = unique("Plain");
  await page.getByRole("textbox", { name: "Name" }).fill("Repairs");
  await page.getByRole("textbox", { name: "Signature" }).fill("Kept words");
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("alert")).toContainText("Another queue already has this name");
  await expect(page.getByRole("textbox", { name: "Signature" })).toHaveValue("Kept words");
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("button", { name: "Create" }).click();
  await page.getByRole("link", { name: "How it works" }).click();
  await page.getByRole("button", { name: "Archive" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("archived");
  await page.goto("/desk/tickets/new");
  await page.getByLabel("Customer's e-mail address").fill("new.person@lakeside.example");
  await page.getByLabel("Subject").fill(name);
  await page.getByLabel("Message").fill("Written down by hand.");
  await page.getByLabel("Internal note").check();
  await page.getByRole("button", { name: "Open ticket" }).click();
  await expect(page.locator(".msg.note")).toContainText("Written down by hand.");
  await context.close();

  const other = await browser.newContext();
  const agent = await other.newPage();
  await signIn(agent, SARA);
  const refused = await agent.goto("/desk/admin/settings");
  expect(refused?.status()).toBe(403);
  await other.close();
});
