import { expect, type Page } from "@playwright/test";
import { SARA } from "../support/demo";
import { expectAccessible, watch } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

test.use({ viewport: { width: 1440, height: 900 } });

const reply = (page: Page) => page.locator("#reply");
const search = (page: Page) => page.getByRole("combobox", { name: "Search articles and FAQ" });
const chosen = (page: Page) => page.getByRole("option", { selected: true });
const LINK = /^(?:.*\n)*.*E-17.*\nhttp.*\/help\/en\/.*e-17/;

/** A ticket of Hana's about an error, written down by the signed-in agent; answers its number. */
async function newTicket(page: Page, subject: string): Promise<number> {
  await page.goto("/desk/tickets/new");
  await page.getByLabel("Customer's e-mail address").fill("hana@tanaka.example");
  await page.locator("[name=queueId]").selectOption({ label: "Repairs" });
  await page.getByRole("radio", { name: /Internal note/ }).check();
  await page.locator("[name=subject]").fill(subject);
  await page.locator("[name=text]").fill("She called.");
  await page.getByRole("button", { name: "Open ticket" }).click();
  await expect(page.getByRole("heading", { name: subject, level: 1 })).toBeVisible();
  return Number(/tickets\/(\d+)/.exec(page.url())?.[1]);
}

test("answers that fit stand beside the ticket; one is found with # and linked; the answer becomes an FAQ", async ({
  page,
}) => {
  test.slow(); // screens judged in both themes
  const healthy = watch(page, { answers: [500] });
  await signIn(page, SARA);
  await page.route("**/answers/fitting", (route) => route.fulfill({ status: 500 }), { times: 1 });
  const number = await newTicket(page, "Error E-17 on the panel");
  const card = page.locator(".ctx section").filter({ hasText: "Answers that fit" });
  await expect(card.getByRole("status")).toContainText("could not be looked up");
  await card.getByRole("button", { name: "Try again" }).click();
  await expect(card.getByRole("link", { name: /E-17/ }).first()).toBeVisible();
  await expectAccessible(page);
  await card
    .getByRole("button", { name: /Insert link.*E-17/ })
    .first()
    .click();
  await expect(reply(page)).toHaveValue(LINK);

  await reply(page).fill("");
  await expect(async () => {
    await reply(page).fill("");
    await page.keyboard.type("Please read #");
    await expect(search(page)).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.type("e-17");
  await expect(chosen(page)).toContainText("E-17");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(reply(page)).toBeFocused();
  await expect(reply(page)).toHaveValue(/^Please read .*E-17.*\nhttp/);
  await page.keyboard.type(" or #9");
  await expect(search(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(reply(page)).toHaveValue(/ or #9$/);

  await reply(page).fill("Dear Hana,\nclose valve 3.\n\nCall +39 011 555 0142.");
  await page.locator("#composer button.primary").click();
  await expect(page.locator(".msg.us").last()).toContainText("close valve 3", { timeout: 20_000 });
  const menu = page.locator(".msg.us").last().getByText("⋯");
  await expect(async () => {
    await menu.click();
    await page.getByRole("link", { name: "Make an FAQ of this answer" }).last().click({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole("heading", { name: `FAQ from #${number}` })).toBeVisible();
  await expect(page.locator("mark").first()).toHaveText("[name]1");
  await expect(page.locator("del").filter({ hasText: "+39 011 555 0142" })).toBeVisible();
  await expectAccessible(page);
  const question = `What does E-17 mean? ${Date.now()}`;
  await page.getByRole("textbox", { name: "Question" }).fill(question);
  await page.getByRole("button", { name: "Make the draft" }).click();
  await expect(page.getByText(/passages? from a ticket to confirm/)).toBeVisible();
  await page
    .getByRole("link", { name: `Ticket #${number}` })
    .first()
    .click();
  await expect(page.locator(".conv")).toContainText(`FAQ drafted: ${question}`);
  await expect(page.locator(".ctx").getByRole("link", { name: question })).toBeVisible();
  healthy();
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("what is typed goes along to the list of answers, and the link comes behind it", async ({ page }) => {
    await signIn(page, SARA);
    const number = await newTicket(page, "Panel shows error E-17");
    await reply(page).fill("Dear Hana,");
    await page.getByRole("button", { name: "Insert answer" }).click();
    await expect(page.getByRole("heading", { name: `Answers for #${number}` })).toBeVisible();
    await page.getByRole("searchbox", { name: "Search articles and FAQ" }).fill("E-17");
    await page.getByRole("searchbox", { name: "Search articles and FAQ" }).press("Enter");
    await page.getByRole("button", { name: "Insert link" }).first().click();
    await expect(reply(page)).toHaveValue(/^Dear Hana,\n\n.*\nhttp.*\/help\/en\//);
  });
});
