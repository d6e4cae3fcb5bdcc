import { expect } from "@playwright/test";
import { openTicket } from "../support/customer";
import { GIULIA } from "../support/demo";
import { watch } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

test.beforeEach(({ page }) => signIn(page, GIULIA));

test("what was typed is back after a reload, and gone once it is sent", async ({ page }) => {
  const healthy = watch(page);
  const subject = `Typed ${Date.now()}`;
  await page.goto("/tickets/new");
  await page.getByRole("radio", { name: /Invoice or payment/ }).check();
  await page.getByRole("textbox", { name: "Subject" }).pressSequentially(subject);
  await page.reload();
  await expect(page.getByText("What was typed earlier is back.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Subject" })).toHaveValue(subject);
  await expect(page.getByRole("radio", { name: /Invoice or payment/ })).toBeChecked();
  await page.getByRole("textbox", { name: "What happened?" }).fill("It is wrong.");
  await page.getByRole("button", { name: "Open the ticket" }).click();
  await expect(page.getByRole("heading", { name: subject, level: 1 })).toBeVisible();

  const reply = page.getByRole("textbox", { name: "Reply text" });
  await reply.fill("Half a sentence");
  await page.getByRole("link", { name: "Tickets", exact: true }).first().click();
  await expect(page.getByRole("heading", { name: "Tickets", level: 1 })).toBeVisible();
  await page.goBack();
  await expect(reply).toHaveValue("Half a sentence");
  await page.getByRole("button", { name: "Discard it" }).click();
  await expect(reply).toHaveValue("");
  await reply.fill("A whole sentence.");
  await page.getByRole("button", { name: "Send the reply" }).dblclick();
  await expect(page.getByRole("article").filter({ hasText: "A whole sentence." })).toHaveCount(1);
  await page.reload();
  await expect(reply).toHaveValue("");
  await page.goto("/tickets/new");
  await expect(page.getByRole("textbox", { name: "Subject" })).toHaveValue("");
  healthy();
});

test("a lost connection keeps the words, and the second try sends them once", async ({ page, context }) => {
  await openTicket(page, `Offline ${Date.now()}`);
  const reply = page.getByRole("textbox", { name: "Reply text" });
  await reply.fill("Sent from a train.");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Send the reply" }).click();
  await expect(page.getByText("What was typed stays here.")).toBeVisible();
  await expect(reply).toHaveValue("Sent from a train.");
  await context.setOffline(false);

  // The server is away though the network is not: a page is not there, and the words outlive it.
  const away = page.getByRole("status").getByText("No network");
  await page.route("**/tickets**", (route) => route.abort());
  await page.getByRole("link", { name: "Tickets", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No network");
  await page.unroute("**/tickets**");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Tickets", level: 1 })).toBeVisible();
  await page.goBack();
  await expect(reply).toHaveValue("Sent from a train.");

  // What is sent waits for the server, and is taken once.
  await page.route("**/tickets/**", (route) => route.abort());
  await page.getByRole("button", { name: "Send the reply" }).click();
  await expect(away).toBeVisible();
  await expect(reply).toHaveValue("Sent from a train.");
  await page.unroute("**/tickets/**");
  await expect(page.getByRole("article").filter({ hasText: "Sent from a train." })).toHaveCount(1, { timeout: 20_000 });
  await expect(away).toBeHidden();
  await expect(reply).toHaveValue("");
});

test("a ticket is opened and answered with the keyboard alone", async ({ page }) => {
  const subject = `Keys ${Date.now()}`;
  const onto = async (name: string) => {
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press("Tab");
      const here = await page.evaluate(() => {
        const { activeElement } = document;
        const label =
          activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement
            ? activeElement.labels?.[0]
            : null;
        return (label ?? activeElement)?.textContent ?? "";
      });
      if (here.includes(name)) return;
    }
    throw new Error(`the keyboard does not reach ${name}`);
  };
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await onto("Open a ticket");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Open a ticket", level: 1 })).toBeVisible();
  await onto("A machine has stopped");
  await page.keyboard.press("ArrowDown");
  await onto("Subject");
  await page.keyboard.type(subject);
  await onto("What happened?");
  await page.keyboard.type("Typed with the keys.");
  await onto("Open the ticket");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: subject, level: 1 })).toBeVisible();
  await onto("Reply text");
  await page.keyboard.type("And answered.");
  await onto("Send the reply");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article").filter({ hasText: "And answered." })).toHaveCount(1);
});
