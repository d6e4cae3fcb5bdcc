import { expect, type Page } from "@playwright/test";
import { textFile } from "../support/customer";
import { GIULIA } from "../support/demo";
import { expectAccessible, watch } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { takenOver, test } from "../support/test";

const SUBJECT = "Error E-17 on the panel";
const TEXT = "The pump stops and the panel shows E-17.";
const open = (page: Page) => page.getByRole("button", { name: /E-17.*opens in a new tab/ });

async function fill(page: Page, subject = SUBJECT, text = TEXT): Promise<void> {
  await page.goto("/tickets/new");
  await page.getByRole("radio", { name: /Technical question/ }).check();
  await page.getByRole("textbox", { name: "Subject" }).fill(subject);
  await page.getByRole("textbox", { name: "What happened?" }).fill(text);
}

/** With a script the answers stand under the text; without one they come between, before the ticket is sent. */
async function showAnswers(page: Page, scripted: boolean): Promise<void> {
  if (!scripted) await page.getByRole("button", { name: "Open the ticket" }).click();
  await expect(open(page).first()).toBeVisible();
}

test("an answer is opened beside the form, which stays, and the ticket is sent all the same", async ({
  page,
  javaScriptEnabled,
}) => {
  test.slow(); // one screen judged in both themes
  const healthy = watch(page);
  const scripted = javaScriptEnabled !== false;
  const subject = `${SUBJECT} ${Date.now()}`;
  await signIn(page, GIULIA);
  await fill(page, subject);
  await page.getByLabel("Files").setInputFiles(textFile("panel.txt", "E-17"));
  await showAnswers(page, scripted);
  if (scripted) await expect(page.getByRole("status").filter({ hasText: /answers? may fit/ })).toBeAttached();
  else await expect(page.getByRole("checkbox", { name: /panel\.txt/ })).toBeChecked();
  if (scripted) await expectAccessible(page);

  const [article] = await Promise.all([page.context().waitForEvent("page"), open(page).first().click()]);
  await expect(article.getByRole("heading", { level: 1 })).toContainText("E-17");
  await article.close();
  await expect(page.getByRole("textbox", { name: "Subject" })).toHaveValue(subject);
  await expect(page.getByRole("textbox", { name: "What happened?" })).toHaveValue(TEXT);

  const send = scripted ? "Open the ticket" : "Send my ticket";
  await page.getByRole("button", { name: send }).last().click();
  await expect(page.getByRole("heading", { name: subject, level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: /panel\.txt/ })).toHaveCount(1);
  healthy();
});

test("an answer that solves it thanks, and nothing of what was typed is left", async ({ page, javaScriptEnabled }) => {
  const healthy = watch(page);
  await signIn(page, GIULIA);
  await fill(page);
  await showAnswers(page, javaScriptEnabled !== false);
  await page
    .getByRole("button", { name: /This solved it/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "Good that it is solved" })).toBeVisible();
  await takenOver(page);
  await page.goto("/tickets/new");
  await expect(page.getByRole("textbox", { name: "Subject" })).toHaveValue("");
  healthy();
});

test("nothing stands in the way of a ticket that no answer fits", async ({ page }) => {
  await signIn(page, GIULIA);
  const subject = `Zxqv ${Date.now()}`;
  await fill(page, subject, "Wvqzx qqzvw.");
  await page.getByRole("button", { name: "Open the ticket" }).click();
  await expect(page.getByRole("heading", { name: subject, level: 1 })).toBeVisible();
});

test("a refusal of an article leads to a ticket that knows it", async ({ page }) => {
  await page.goto("/help/en/articles/error-e-17");
  await page.getByRole("button", { name: "No", exact: true }).click();
  await page.locator("#vote").getByRole("link", { name: "Open a ticket" }).click();
  await expect(page.getByRole("textbox", { name: "Subject" })).toHaveValue(/E-17/);
});
