import { expect, type Page } from "@playwright/test";
import { ADA, SARA } from "../support/demo";
import { asStaff } from "../support/customer";
import { sendMail } from "../support/mail";
import { expectAccessible, watch } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

/** Marked as spam by the relay in front: held whatever it says. */
const sendSpam = (subject: string, from = "win@lottery.example") =>
  sendMail({
    from: `Lottery <${from}>`,
    to: "support@northwind.example",
    subject,
    html: "<p>You won. Write back at once.</p><blockquote>Earlier words</blockquote>",
    headers: { "X-Spam-Flag": "YES", "X-Spam-Score": "9.1" },
    attachments: [{ filename: "prize.txt", content: "a million" }],
  });

const row = (page: Page, subject: string) => page.locator(".q").getByRole("link", { name: new RegExp(subject) });

test("held mail appears, is claimed by opening it, and becomes a ticket by a key", async ({ page, browser }) => {
  test.slow(); // real mail, and each screen judged in both themes
  const healthy = watch(page);
  const subject = `You won ${Date.now()}`;
  await signIn(page, SARA);
  await page.goto("/desk/mailroom");
  await expectAccessible(page);
  await sendSpam(subject);
  await expect(row(page, subject)).toBeVisible({ timeout: 45_000 });
  await expect(row(page, subject)).toContainText("Looks like spam");

  await row(page, subject).click();
  await expect(page.getByRole("heading", { name: subject, level: 1 })).toBeVisible();
  await expect(page.getByText("You are on it.")).toBeVisible();
  await expect(page.getByText("Its spam score is 9.1.")).toBeVisible();
  const way = page.getByRole("complementary", { name: "What happened to this mail" });
  await expect(way.getByRole("listitem")).toHaveCount(9);
  await expect(way).toContainText("Waiting for a person");
  await expectAccessible(page);

  const url = page.url();
  await asStaff(browser, ADA, async (other) => {
    await other.goto(url);
    await expect(other.getByText("Sara Bianchi is on it.").first()).toBeVisible();
  });
  for (const form of ["join", "file", "block"]) {
    await page.goto(`${url.split("?")[0]}?do=${form}`);
    await expectAccessible(page);
  }
  await page.goto(url);
  await page.getByRole("heading", { name: subject, level: 1 }).click();
  await page.keyboard.press("n");
  await expect(page).toHaveURL(/\/desk\/tickets\/\d+$/);
  await expect(page.getByText("You won. Write back at once.")).toBeVisible();
  await page.getByLabel("More about this message").first().click();
  await page.getByRole("link", { name: "How it came here" }).click();
  await expect(page.getByText(/Ticket #\d+/).first()).toBeVisible();
  await expect(page.getByText("Decided by Sara Bianchi,")).toBeVisible();
  await expectAccessible(page);
  healthy();
});

test("discarded mail comes back by being processed again", async ({ page }) => {
  const healthy = watch(page);
  const subject = `Discard me ${Date.now()}`;
  await sendSpam(subject);
  await signIn(page, SARA);
  await page.goto("/desk/mailroom");
  await expect(async () => {
    await page.reload();
    await expect(row(page, subject)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 45_000 });
  await row(page, subject).click();
  await expect(page.getByText("You are on it.")).toBeVisible();
  await page.keyboard.press("d");
  await expect(page.getByText("The mail was discarded.")).toBeVisible();
  await expect(row(page, subject)).toHaveCount(0);

  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Discarded" }).click();
  await row(page, subject).click();
  await expect(page.getByText(/It is deleted on/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Bring back" }).click();
  await expect(page.getByRole("heading", { name: "The mail looks like spam" })).toBeVisible({ timeout: 45_000 });
  await page.getByRole("link", { name: /Block sender/ }).click();
  await expect(page.getByText(/came from there in 30 days/).first()).toBeVisible();
  healthy();
});

test("everything works without a script, on a phone", async ({ browser }) => {
  const subject = `No script ${Date.now()}`;
  await sendSpam(subject, "plain@lottery.example");
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await signIn(page, SARA);
  await expect(async () => {
    await page.goto("/desk/mailroom?q=plain%40lottery.example");
    await expect(row(page, subject)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 45_000 });
  await row(page, subject).click();
  await expect(page.getByText("Nobody is on it.")).toBeVisible();
  await page.getByRole("button", { name: "I am on it" }).click();
  await expect(page.getByText("You are on it.")).toBeVisible();
  await page.getByRole("link", { name: /Add to a ticket/ }).click();
  await page.getByRole("textbox", { name: "Ticket number" }).fill("999999");
  await page.getByRole("button", { name: "Add to the ticket" }).click();
  await expect(page.getByText("There is no such ticket.").first()).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Ticket number" })).toHaveValue("999999");
  await page.getByRole("link", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "New ticket" }).click();
  await expect(page).toHaveURL(/\/desk\/tickets\/\d+$/);
  await context.close();
});

test("administrators keep the block list", async ({ page }) => {
  const healthy = watch(page, { answers: [409] });
  const domain = `@shop${Date.now()}.example`;
  await signIn(page, ADA);
  await page.goto("/desk/admin/mail/blocked");
  await expectAccessible(page);
  await page.getByLabel("Address or domain").fill("northwind.example");
  await page.getByRole("button", { name: "Block", exact: true }).click();
  await expect(
    page.getByText("Our own addresses and the people who work here cannot be blocked.").first(),
  ).toBeVisible();
  await page.getByLabel("Address or domain").fill(domain);
  await page.getByLabel("Note").fill("Sends every hour");
  await page.getByRole("button", { name: "Block", exact: true }).click();
  await expect(page.getByText(`${domain} is blocked.`)).toBeVisible();
  await page.getByRole("button", { name: `Remove ${domain} from the block list` }).click();
  await expect(page.getByText(`${domain} is not blocked any more.`)).toBeVisible();
  healthy();
});
