import { expect, type Page } from "@playwright/test";
import { ADA } from "../support/demo";
import { findInOutbox, sendMail } from "../support/mail";
import { expectAccessible } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

test.use({ viewport: { width: 1440, height: 900 } });

const unique = (word: string) => `${word} ${Date.now().toString(36)}${Math.floor(Math.random() * 1e4)}`;
const said = (page: Page, text: string | RegExp) =>
  expect(page.locator(".toast").filter({ hasText: text })).toBeVisible();
const language = (page: Page, name: string) => page.getByRole("region", { name: new RegExp(`^${name}`) });
const preview = (page: Page) => page.frameLocator("iframe[name=preview]");

/** Once nothing loads any more. */
async function expectFine(page: Page): Promise<void> {
  await expect(page.locator(".progress")).toHaveCount(0);
  await expectAccessible(page);
}

test("the receipt is reworded in Italian, looked at with a ticket and tried; what is unknown is refused", async ({
  page,
}) => {
  test.slow();
  const greeting = unique("Buongiorno");
  await signIn(page, ADA);
  await page.goto("/desk/admin/mail/templates");
  await expectFine(page);
  await page.getByRole("link", { name: "Receipt", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Receipt" })).toBeVisible();
  await expect(preview(page).getByText(/^\[#\d+\] /)).toBeVisible();
  await expectFine(page);

  const italian = language(page, "Italiano");
  await italian.getByLabel("Text", { exact: true }).fill(`# ${greeting} {{customer.firstName}}\n\n{{customer.nmae}}`);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "There is no variable {{customer.nmae}}" }).click();
  await expect(italian.getByLabel("Text", { exact: true })).toBeFocused();
  await expect(page.getByRole("alert")).toContainText("There is no variable {{customer.nmae}}");
  await italian.getByLabel("Text", { exact: true }).fill(`# ${greeting} {{customer.firstName}}\n\nTicket `);
  await page.locator("summary").filter({ hasText: "Variables" }).click();
  await italian.getByLabel("Text", { exact: true }).focus();
  await page.keyboard.press("Control+End");
  await page.getByRole("button", { name: "Insert {{ticket.number}}" }).click();
  await expect(italian.getByLabel("Text", { exact: true })).toHaveValue(/Ticket \{\{ticket\.number\}\}$/);

  await page.getByLabel("Ticket (optional)").fill("999999999");
  await page.getByRole("button", { name: "Preview: Italiano" }).click();
  await expect(preview(page).getByText("There is no such ticket")).toBeVisible();
  await page.getByLabel("Ticket (optional)").fill("");
  await page.getByRole("button", { name: "Preview: Italiano" }).click();
  const mail = preview(page).frameLocator("iframe");
  await expect(mail.getByRole("heading", { level: 1, name: new RegExp(`^${greeting} \\p{L}+$`, "u") })).toBeVisible();
  await expect(preview(page).locator("pre")).toContainText(/Ticket \d{5}/);

  await page.getByLabel("Language").selectOption("Italiano");
  await page.getByRole("button", { name: "Send a test" }).click();
  await expect(page.getByRole("status").filter({ hasText: `A test is on its way to ${ADA}` })).toBeVisible();
  await expect(italian.getByLabel("Text", { exact: true })).toHaveValue(new RegExp(greeting));
  await page.getByRole("button", { name: "Save" }).click();
  await said(page, "Saved");
  await expect(italian.getByText("Changed", { exact: true })).toBeVisible();

  await page.goto("/desk/outbox");
  const testMail = page.getByRole("row").filter({ hasText: ADA }).getByRole("link").first();
  await expect(async () => {
    await page.reload();
    await expect(testMail).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 45_000 });
  const raw = await (await page.request.get(`${await testMail.getAttribute("href")}/raw`)).text();
  expect(raw).toContain(greeting);

  await page.goto("/desk/admin/mail/templates/receipt");
  await page.getByRole("button", { name: "Back to the built-in words" }).click();
  await said(page, "The built-in words are back");
  await expect(italian.getByLabel("Text", { exact: true })).toHaveValue(/^# Il ticket/);
});

test("a mail in Italian that comes while the queue is closed is answered with the next opening", async ({ page }) => {
  test.slow();
  const name = unique("Closed today");
  await signIn(page, ADA);
  await page.goto("/desk/admin/calendars/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Time zone", { exact: true }).fill("Europe/Rome");
  const opens = new Date(Date.now() + 3 * 86_400_000);
  const [day, words] = (["en-GB", "it"] as const).map((locale) =>
    new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "Europe/Rome" }).format(opens),
  );
  for (const other of ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
    await page.getByLabel(other, { exact: true }).fill(other === day ? "08:00–12:00" : "");
  await page.getByLabel("Holidays (optional)").fill("");
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  const team = unique("Ufficio");
  await page.goto("/desk/admin/teams/new");
  await page.getByLabel("Name", { exact: true }).fill(team);
  const hours = page.getByLabel("Business hours");
  const calendar = await hours.locator("option").filter({ hasText: name }).getAttribute("value");
  await hours.selectOption(calendar);
  await page.getByRole("button", { name: "Create" }).click();
  await said(page, "The team is there");
  const queue = unique("Ufficio");
  await page.goto("/desk/admin/queues/new");
  await page.getByLabel("Name", { exact: true }).fill(queue);
  await page.getByLabel("Team", { exact: true }).selectOption({ label: team });
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("heading", { level: 1, name: queue })).toBeVisible();
  const address = `${queue.toLowerCase().replace(" ", ".")}@northwind.example`;
  await page.getByRole("link", { name: "With language, priority, tags and an answer of its own" }).click();
  await page.getByLabel("Address", { exact: true }).fill(address);
  await page.getByLabel("Language", { exact: true }).selectOption("it");
  await page.getByLabel(/^Tags/).fill("ufficio");
  await page.getByRole("button", { name: "Add" }).click();
  await said(page, "Address added");
  await expectFine(page);

  const subject = unique("Pompa ferma");
  await sendMail({
    from: "Anna Ferri <anna@ferriefigli.example>",
    to: address,
    subject,
    text: "Buongiorno, la pompa è ferma da stamattina e la produzione non riparte. Potete chiamarci per favore?",
  });
  const { header, path } = await findInOutbox(page, subject);
  expect(header("Auto-Submitted")).toBe("auto-replied");
  expect(header("From")).toContain(address);
  await page.goto(`${path}?view=text`);
  await expect(page.locator("pre")).toContainText(new RegExp(`Riapre ${words} \\d+ \\p{L}+ alle (ore )?08:00\\.`, "u"));
});

test("what is typed into a text stays when another administrator saves the same text meanwhile", async ({
  page,
  browser,
  baseURL,
}) => {
  const [mine, theirs] = [unique("Mine"), unique("Theirs")];
  const text = (of: Page) => language(of, "English").getByLabel("Text", { exact: true });
  const told = "Somebody else has changed this meanwhile";
  await signIn(page, ADA);
  await page.goto("/desk/admin/mail/templates/follow_up");
  await text(page).fill(mine);

  const other = await (await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } })).newPage();
  await signIn(other, ADA);
  await other.goto("/desk/admin/mail/templates/follow_up");
  await text(other).fill(theirs);
  await other.getByRole("button", { name: "Save" }).click();
  await said(other, "Saved");

  // The page is read anew, as whenever something happens on the desk.
  const news = { kind: "change", topics: ["*"] };
  await page.evaluate((change) => new BroadcastChannel("sportello-live").postMessage(change), news);
  await expect(page.getByRole("status").filter({ hasText: told })).toBeVisible();
  await expect(text(page)).toHaveValue(mine);
  await expectFine(page);

  // A refusal for another reason does not make it right to replace their words.
  await text(page).fill(`${mine} {{nothing}}`);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText("There is no variable {{nothing}}");
  await text(page).fill(mine);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText(told);
  await expect(text(page)).toHaveValue(mine);
  await expectFine(page);

  // Told, a second press means it.
  await page.getByRole("button", { name: "Save" }).click();
  await said(page, "Saved");
  await other.getByRole("button", { name: "Back to the built-in words" }).click();
  await expect(other.locator(".toast").filter({ hasText: told })).toBeVisible();
  await expect(text(other)).toHaveValue(mine);
  await other.getByRole("button", { name: "Back to the built-in words" }).click();
  await said(other, "The built-in words are back");
  await expect(text(other)).not.toHaveValue(mine);
  await other.context().close();
});
