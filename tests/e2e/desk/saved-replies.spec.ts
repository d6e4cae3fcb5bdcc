import { expect, type Page } from "@playwright/test";
import { textFile } from "../support/customer";
import { ADA, SARA } from "../support/demo";
import { findInOutbox, sendMail } from "../support/mail";
import { expectAccessible, watch } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

test.use({ viewport: { width: 1440, height: 900 } });

const reply = (page: Page) => page.locator("#reply");
const search = (page: Page) => page.getByRole("combobox", { name: "Search saved replies" });
const chosen = (page: Page) => page.getByRole("option", { selected: true });

/** A ticket for a customer in Repairs, written down by the signed-in agent; answers its number. */
async function newTicket(page: Page, subject: string, email: string): Promise<number> {
  await page.goto("/desk/tickets/new");
  await page.getByLabel("Customer's e-mail address").fill(email);
  await page.locator("[name=queueId]").selectOption({ label: "Repairs" });
  await page.getByRole("radio", { name: /Internal note/ }).check();
  await page.locator("[name=subject]").fill(subject);
  await page.locator("[name=text]").fill("She called.");
  await page.getByRole("button", { name: "Open ticket" }).click();
  await expect(page.getByRole("heading", { name: subject, level: 1 })).toBeVisible();
  return Number(/tickets\/(\d+)/.exec(page.url())?.[1]);
}

/** A saved reply of the agent's own with a file. */
async function saveReply(page: Page, name: string): Promise<void> {
  await page.goto("/desk/saved-replies/new");
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("textbox", { name: "English" }).fill("Dear {{customer.nam}}, about #{{ticket.number}}.");
  await page.getByRole("textbox", { name: "Italiano" }).fill("Gentile {{customer.firstName}}, per #{{ticket.number}}.");
  await page.locator("input[type=file]").setInputFiles(textFile("steps.txt", "1. Open the valve."));
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("textbox", { name: "English" })).toHaveAccessibleDescription(/{{customer.nam}}/);
  await page.getByRole("textbox", { name: "English" }).fill("Dear {{customer.firstName}}, about #{{ticket.number}}.");
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("link", { name })).toBeVisible();
}

test("a saved reply is made, typed with a slash into an answer, previewed and sent with its file", async ({ page }) => {
  test.slow(); // four screens judged in both themes
  const healthy = watch(page, { answers: [400], frames: true });
  await signIn(page, SARA);
  const name = `Valve steps ${Date.now()}`;
  await saveReply(page, name);
  await expectAccessible(page);
  const number = await newTicket(page, "The valve sticks", "hana@tanaka.example");

  await reply(page).click();
  await expect(async () => {
    await reply(page).fill("");
    await page.keyboard.type("Hello and/or welcome /");
    await expect(search(page)).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.type(name.toLowerCase());
  await expect(chosen(page)).toContainText(name);
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(search(page)).toBeHidden();
  await expect(reply(page)).toBeFocused();
  await expect(reply(page)).toHaveValue(`Hello and/or welcome Dear Hana, about #${number}.`);
  await page.keyboard.type(" Bye");
  await expect(page.locator("#composer .att")).toContainText("steps.txt");

  // Who meant the slash goes on writing: Escape and a lone space give everything back.
  await page.keyboard.type(" /tmp");
  await expect(search(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(reply(page)).toHaveValue(/Bye \/tmp$/);
  for (const word of ["run", "or", "var"]) {
    await page.keyboard.type(" /");
    await expect(search(page)).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(reply(page)).toBeFocused();
    await page.keyboard.type(word);
  }
  await expect(reply(page)).toHaveValue(/Bye \/tmp \/run \/or \/var$/);

  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("heading", { name: `Preview of the reply to #${number}` })).toBeVisible();
  await expect(page.locator("main")).toContainText("hana@tanaka.example");
  await expect(page.locator("main")).toContainText("steps.txt");
  await expect(page.frameLocator("iframe").getByText("Dear Hana").last()).toBeVisible();
  await page.getByRole("link", { name: "Plain text" }).click();
  await expect(page.locator("pre")).toContainText("Bye /tmp /run /or /var");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Back to the draft" }).click();
  await expect(reply(page)).toHaveValue(/Bye \/tmp \/run \/or \/var$/);
  await expect(page.locator("#composer .att")).toContainText("steps.txt");
  await page.locator("#composer button.primary").click();
  await expect(page.locator(".conv")).toContainText("Bye /tmp /run /or /var");
  await expect(
    page
      .locator(".msg.us")
      .last()
      .getByRole("link", { name: /steps.txt/ }),
  ).toBeVisible({ timeout: 45_000 });
  healthy();
});

test("the picker by its button: found by the mouse, closed without a change", async ({ page }) => {
  await signIn(page, SARA);
  await newTicket(page, "A label, please", "giulia@marchetti.example");
  await reply(page).fill("Ecco.");
  await expect(async () => {
    await page.getByRole("button", { name: "Insert saved reply" }).click();
    await expect(search(page)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(reply(page)).toHaveValue("Ecco.");
  await page.getByRole("button", { name: "Insert saved reply" }).click();
  await search(page).fill("no such words");
  await expect(page.getByRole("status").filter({ hasText: "No saved reply has these words" })).toBeVisible();
  await search(page).fill("return");
  await page.getByRole("option", { name: /Return label/ }).click();
  await expect(reply(page)).toHaveValue(/^Ecco\..*Giulia/s);
  await expect(page.locator("#composer .att")).toContainText("return-label.pdf");
});

test("an address that gets no mail is named above the composer, lifted there, and told on a new ticket", async ({
  page,
}) => {
  await signIn(page, ADA);
  await page.goto("/desk/admin/mail/suppressions");
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "Address" }).fill("oleg.other@mayak.example");
  await page.getByRole("button", { name: "Stop mail" }).click();
  await expect(page.getByRole("row").filter({ hasText: "oleg.other@mayak.example" })).toContainText("administrator");

  await page.goto("/desk/tickets/new");
  await page.getByLabel("Customer's e-mail address").fill("oleg.other@mayak.example");
  await page.locator("[name=queueId]").selectOption({ label: "Repairs" });
  await page.locator("[name=subject]").fill("Writes first");
  await page.locator("[name=text]").fill("Hello.");
  await page.getByRole("button", { name: "Open ticket" }).click();
  await expect(page.getByText(/is held back for now/).first()).toBeVisible();
  await page.getByRole("button", { name: "Open all the same" }).click();
  const banner = page.locator(".banner").filter({ hasText: "oleg.other@mayak.example gets no mail for now" });
  await expect(banner).toContainText("an administrator stopped it");
  await expectAccessible(page);
  await banner.getByRole("button", { name: "Send mail again" }).click();
  await expect(banner).toBeHidden();
  await expect(page.locator(".conv")).toContainText("is sent again");
});

test("a mail from the agent's own program is filed with the contact, and another address stops the old one", async ({
  page,
}) => {
  await signIn(page, SARA);
  await page.goto("/desk/account");
  const card = page.locator(".card").filter({ hasText: "Your filing address" });
  const address = (await card.locator("code").textContent()) ?? "";
  expect(address).toMatch(/^file\.[a-z2-7]{16}@/);
  const subject = `Offer ${Date.now()}`;
  const mail = { from: SARA, to: "hana@tanaka.example", subject, text: "The offer as we said." };
  await sendMail({ ...mail, envelope: { from: SARA, to: address } });
  const number = await newTicket(page, "Asks for an offer", "hana@tanaka.example");
  await page.locator(".ctx").getByRole("link", { name: "Hana Tanaka" }).click();
  await expect(page.getByRole("heading", { name: "Hana Tanaka", level: 1 })).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("link", { name: subject })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 45_000 });
  await expectAccessible(page);
  await page.getByRole("link", { name: subject }).click();
  await expect(page.locator("main")).toContainText("The offer as we said.");

  await sendMail({
    ...mail,
    subject: `[#${number}] again`,
    text: "And this one.",
    envelope: { from: SARA, to: address },
  });
  await expect(async () => {
    await page.goto(`/desk/tickets/${number}`);
    await expect(page.locator(".msg.us").last()).toContainText("And this one.", { timeout: 1_000 });
  }).toPass({ timeout: 45_000 });
  await expect(page.locator(".msg.us").last()).toContainText("sent from the own mail program");

  await page.goto("/desk/account");
  await card.getByRole("button", { name: "New address" }).click();
  await expect(card.locator("code")).not.toHaveText(address);
  await expect(sendMail({ ...mail, envelope: { from: SARA, to: address } })).rejects.toThrow(/550/);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("what is typed goes along to the list of saved replies and to the preview, and comes back", async ({ page }) => {
    await signIn(page, SARA);
    const subject = `Without a script ${Date.now()}`;
    const number = await newTicket(page, subject, "hana@tanaka.example");
    await reply(page).fill("Typed before.");
    await page.locator("#composer input[type=file]").setInputFiles(textFile("own.txt", "own"));
    await page.getByRole("button", { name: "Insert saved reply" }).click();
    await page.getByRole("searchbox", { name: "Search saved replies" }).fill("label");
    await page.keyboard.press("Enter");
    await expect(page.locator("main li")).toHaveCount(1);
    await page.getByRole("button", { name: "Insert Return label" }).click();
    await expect(reply(page)).toHaveValue(/^Typed before\.\s+Hello Hana,/);
    await expect(page.locator("#composer .att")).toHaveText([/own.txt/, /return-label.pdf/]);
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(page.frameLocator("iframe").getByText("Typed before.", { exact: true })).toBeVisible();
    await expect(page.locator("main")).toContainText("return-label.pdf");
    await page.getByRole("link", { name: "Back to the draft" }).click();
    await page.locator("#composer button.primary").click();
    await expect(page.locator(".conv")).toContainText("Typed before.");
    expect((await findInOutbox(page, `#${number}`)).header("To")).toContain("hana@tanaka.example");
  });
});
