import { expect, type Page } from "@playwright/test";
import { ADA } from "../support/demo";
import { sendMail } from "../support/mail";
import { expectAccessible, watch } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

test.use({ viewport: { width: 1440, height: 900 } });

const word = `flange${Date.now().toString(36)}`;
const FROM = `orders@${word}.example`;
const opened = (page: Page, title: string | RegExp) =>
  expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
const said = (page: Page, text: string | RegExp) =>
  expect(page.locator(".toast").filter({ hasText: text })).toBeVisible();
async function checked(page: Page): Promise<void> {
  await expect(page.getByRole("progressbar", { name: "Loading" })).toHaveCount(0);
  await expectAccessible(page);
}
const rules = (page: Page) => page.getByRole("list", { name: "Mailroom rules" }).getByRole("listitem");
const send = (subject: string, text: string) =>
  sendMail({ from: `Orders <${FROM}>`, to: "support@northwind.example", subject, text });

/** The address of a received mail's page, once the mailroom has done with it. */
async function findMail(page: Page, subject: string): Promise<string> {
  const link = page.getByRole("link", { name: new RegExp(subject) }).first();
  await expect(async () => {
    await page.goto("/desk/mailroom?view=all");
    await expect(link).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  return (await link.getAttribute("href")) ?? "";
}

test("a rule is made from a mail, tried, saved, and acts on the next mail", async ({ page }) => {
  test.slow(); // real mail, and each screen judged in both themes
  // 404: a rule's page was fetched ahead when its link was under the mouse, and once more when it was gone.
  const healthy = watch(page, { answers: [400, 404] });
  await signIn(page, ADA);
  await send(`First ${word}`, "The order AB-1201 has not come yet, please look for it.");
  const inboundId = /mailroom\/([\w-]+)/.exec(await findMail(page, `First ${word}`))?.[1];

  await page.goto(`/desk/admin/mail/rules/new?mail=${inboundId}`);
  await opened(page, "New rule");
  const from = page.getByRole("checkbox", { name: new RegExp(`Sender's address is .*${FROM}`) });
  await expect(from).toBeChecked();
  await expect(page.getByRole("checkbox", { name: /Our address: support@northwind.example/ })).not.toBeChecked();
  await page.getByLabel("Name", { exact: true }).fill(word);

  await page.getByRole("button", { name: "Add a condition: All of these hold" }).click();
  const row = page.getByRole("group", { name: "Condition 1" });
  await row.getByLabel("Fact").selectOption({ label: "Text without quotes" });
  await row.getByLabel("Comparison").selectOption({ label: "matches the pattern" });
  await row.getByLabel("Pattern").fill("(?=order)x");
  await page.getByLabel("Tags").fill("order {{order}}");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/Looking ahead or back/).first()).toBeVisible();
  await checked(page);

  await row.getByLabel("Pattern").fill("order (?<order>[A-Z]{2}-\\d+)");
  await row.getByText("Try it").click();
  await row.getByLabel("A text to try it on").fill("About your order AB-77, and order CD-78");
  await row.getByRole("button", { name: "Try the pattern" }).click();
  await expect(row.getByRole("status")).toContainText("order AB-77");
  await expect(row.getByRole("definition")).toHaveText("AB-77");
  await checked(page);

  await page.getByLabel("Queue", { exact: true }).selectOption({ label: "Billing" });
  await page.getByLabel("Priority", { exact: true }).selectOption("high");
  await page.getByRole("button", { name: "Try on the last mails" }).click();
  const differing = page.getByRole("table", { name: "Mails that would be treated differently" });
  await expect(differing.getByRole("row").filter({ hasText: `First ${word}` })).toContainText(
    "New ticket · Billing · P2 · tags order ab-1201",
  );
  await expect(
    page.getByRole("table", { name: "How often each rule holds" }).getByRole("row", { name: word }),
  ).toHaveText(`${word}01`);
  await checked(page);
  await page.getByRole("button", { name: "Save" }).click();
  await said(page, "Saved");
  await expect(rules(page).filter({ hasText: word })).toContainText("queue Billing · priority P2 High · tags order");

  await send(`Second ${word}`, "The order AB-1202 has not come yet either.");
  await page.goto(await findMail(page, `Second ${word}`));
  const ticket = page.locator('main a[href^="/desk/tickets/"]').first();
  await expect(async () => {
    await page.reload();
    await expect(ticket).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 45_000 });
  await page.goto((await ticket.getAttribute("href")) ?? "");
  await expect(page.getByText("order ab-1202").first()).toBeVisible();
  await expect(page.getByText("Billing").first()).toBeVisible();

  await page.goto("/desk/admin/mail/rules");
  const mine = rules(page).filter({ hasText: word });
  await mine.getByText("held of 1 mail in 30 days").click();
  await expect(mine.getByText("support@northwind.example")).toBeVisible();
  await page.getByRole("button", { name: `Move ${word} up` }).press("Enter");
  await expect(page.getByText("Changed and not saved yet.")).toBeVisible();
  await page.getByRole("button", { name: "Try on the last mails" }).click();
  await expect(page.getByRole("region", { name: "What would differ" })).toBeVisible();
  await checked(page);
  await page.getByRole("button", { name: "Save" }).click();
  await said(page, "Saved");

  await page.getByRole("link", { name: word }).click();
  await opened(page, word);
  await page.getByRole("button", { name: "Try without this rule" }).click();
  await expect(differing.getByRole("row").filter({ hasText: `Second ${word}` })).toBeVisible();
  await page.getByRole("button", { name: "Delete the rule" }).click();
  await said(page, "The rule is deleted.");
  await page.goto("/desk/admin/mail/rules/versions");
  await expect(page.getByRole("row").nth(1)).toContainText("Ada");
  await checked(page);
  await page
    .getByRole("link", { name: /^Version/ })
    .nth(1)
    .click();
  await expect(page.getByText(word).first()).toBeVisible();
  await checked(page);
  healthy();
});
