import { expect, type Page } from "@playwright/test";
import { ADA, GIULIA, SARA } from "../support/demo";
import { sendMail } from "../support/mail";
import { expectAccessible, watch } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

test("the list and a ticket by keyboard alone", async ({ page }) => {
  const healthy = watch(page);
  await signIn(page, SARA);
  // Keys work as soon as the page's script runs.
  await expect(async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("5");
    await expect(page).toHaveURL(/view=open/, { timeout: 1_000 });
  }).toPass();
  await page.goto("/desk/tickets?view=open&sort=waiting"); // an order that other journeys do not change
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(page).toHaveURL(/tickets\/\d+/, { timeout: 1_000 });
  }).toPass();
  await expect(page.locator("#reply")).toBeVisible();
  const first = page.url();
  await page.keyboard.press("j");
  await expect(page).not.toHaveURL(first);
  await expect(page.locator(`.q a.it[aria-current]`)).toHaveAttribute(
    "href",
    page.url().replace(/^https?:\/\/[^/]+/, ""),
  );
  await page.keyboard.press("k");
  await expect(page).toHaveURL(first);
  await expect(page.locator(".q a.it[aria-current]")).toHaveAttribute("href", first.replace(/^https?:\/\/[^/]+/, ""));
  await expect(async () => {
    await page.keyboard.press("n");
    await expect(page.locator("#reply")).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type("jke are letters here");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".msg.note").last()).toContainText("jke are letters here");
  expect(page.url().split("?")[0]).toBe(first.split("?")[0]);
  healthy();
});

test("news that arrives takes neither a form's answer nor what was typed", async ({ page }) => {
  const healthy = watch(page, { answers: [400] });
  await signIn(page, SARA);
  await page.goto("/desk/tickets/new");
  await page.getByLabel("Customer's e-mail address").fill(GIULIA);
  await page.getByLabel("Subject").fill("   ");
  await page.getByLabel("Message").fill("She called this morning.");
  await page.getByRole("button", { name: "Open ticket" }).click();
  const answer = page.getByRole("alert").first();
  await expect(answer).toBeVisible();
  const list = await page.context().newPage();
  await list.goto("/desk/tickets?view=open");
  const subject = `News ${Date.now()}`;
  await sendMail({ from: GIULIA, to: "support@northwind.example", subject, text: "It rattles." });
  await expect(list.getByRole("link", { name: new RegExp(subject) })).toBeVisible({ timeout: 30_000 });
  await page.waitForTimeout(1_500); // both tabs heard the same news; a reload would be over by now
  await expect(answer).toBeVisible();
  await expect(page.getByLabel("Message")).toHaveValue("She called this morning.");
  healthy();
});

test("a draft survives the tab, a colleague's change and the way back", async ({ page, browser }) => {
  await signIn(page, SARA);
  await page.goto("/desk/tickets?view=open&sort=waiting");
  await page.locator(".q a.it").nth(3).click();
  await expect(page.locator("#reply")).toBeVisible();
  const ticket = page.url();
  await page.locator("#reply").fill("Half a sentence that must not");
  await expect(page.getByText(/Draft saved/)).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await signIn(other, ADA);
  await other.goto(ticket);
  await expect(other.getByText(/Sara Bianchi is (viewing|typing)/)).toBeVisible();
  await other.locator("#reply").fill("Checked with the warehouse.");
  await other.getByText("Internal note", { exact: true }).click();
  await other.getByRole("button", { name: "Send", exact: true }).click();
  await expect(other.locator(".msg.note").last()).toContainText("Checked with the warehouse.");

  await expect(page.locator(".msg.note").last()).toContainText("Checked with the warehouse.");
  await expect(page.locator("#reply")).toHaveValue("Half a sentence that must not");
  await page.goto("/desk/tickets");
  await page.goto(ticket);
  await expect(page.locator("#reply")).toHaveValue("Half a sentence that must not");
  await other.context().close();
});

test("what arrives before the page listens is not missed", async ({ page }) => {
  await signIn(page, SARA);
  let listen = () => {};
  const late = new Promise<void>((resolve) => (listen = resolve));
  const asked = page.waitForRequest(/\/live\?/);
  await page.route(/\/live\?/, (route) => late.then(() => route.continue()));
  await page.goto("/desk/tickets?view=open");
  await asked;
  const subject = `Early ${Date.now()}`;
  await sendMail({ from: "tess@werk.example", to: "support@northwind.example", subject, text: "Is anybody there?" });
  const other = await page.context().newPage();
  await expect(async () => {
    await other.goto(`/desk/search?q=${encodeURIComponent(subject)}`);
    await expect(other.getByRole("link", { name: new RegExp(subject) }).first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole("link", { name: new RegExp(subject) })).toBeHidden();
  listen();
  await expect(page.getByRole("link", { name: new RegExp(subject) })).toBeVisible();
});

const draftSaved = (page: Page) =>
  page.waitForResponse((response) => response.url().includes("/draft") && response.request().method() === "POST");

test("words typed before the script is there stay where they are, and are saved", async ({ page }) => {
  await signIn(page, SARA);
  await page.goto("/desk/tickets?view=open&sort=waiting");
  await page.locator(".q a.it").nth(5).click();
  const reply = page.locator("#reply");
  const first = draftSaved(page);
  await reply.fill("Dear customer,");
  await first;

  let hand = () => {};
  const handed = new Promise<void>((resolve) => (hand = resolve));
  await page.route(/\.js$/, (route) => handed.then(() => route.continue()));
  await page.goto(page.url(), { waitUntil: "commit" });
  await expect(reply).toHaveValue("Dear customer,");
  await reply.press("End");
  await page.keyboard.type(" thank you");
  const told = draftSaved(page);
  hand();
  await told;
  const saved = draftSaved(page);
  await page.keyboard.type(" for calling.");
  await expect(reply).toHaveValue("Dear customer, thank you for calling.");
  await saved;
  await page.goto(page.url());
  await expect(reply).toHaveValue("Dear customer, thank you for calling.");
});

test("a server that is away for a while takes neither the page nor what is typed", async ({ page }) => {
  await signIn(page, SARA);
  await page.goto("/desk/tickets?view=open&sort=waiting");
  await page.locator(".q a.it").nth(6).click();
  const reply = page.locator("#reply");
  const first = draftSaved(page);
  await reply.fill("Before");
  await first;
  const away = page.getByRole("status").getByText("No network");

  let faults = 0;
  await page.route(/\.data/, (route) => (faults++ % 2 ? route.fulfill({ status: 502 }) : route.abort()));
  await reply.pressSequentially(" and meanwhile");
  const news = { kind: "change", topics: ["*"] };
  await page.evaluate((change) => new BroadcastChannel("sportello-live").postMessage(change), news);
  await expect(away).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Commands" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(reply).toHaveValue("Before and meanwhile");
  await expectAccessible(page);

  await page.unroute(/\.data/);
  await expect(away).toBeHidden({ timeout: 20_000 });
  const saved = draftSaved(page);
  await reply.press("End");
  await page.keyboard.type(" and after");
  await saved;
  await page.goto(page.url());
  await expect(reply).toHaveValue("Before and meanwhile and after");
});

test("a picker that was left while it searched keeps no news from the page", async ({ page }) => {
  await signIn(page, SARA);
  await page.goto("/desk/tickets?view=open&sort=waiting");
  await page.locator(".q a.it").nth(7).click();
  const reply = page.locator("#reply");
  await page.getByText("Internal note", { exact: true }).click();
  const slow = new Promise((resolve) => setTimeout(resolve, 2_500));
  await page.route(/\.data/, async (route) => {
    await slow;
    await route.continue().catch(() => undefined); // nobody waits for some of them any more
  });
  const searched = page.waitForRequest(/saved-replies\.data/);
  await reply.pressSequentially("Ask the warehouse /");
  await searched;
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.locator(".msg.note").last()).toContainText("Ask the warehouse");

  const read = page.waitForRequest(/tickets\/\d+\.data/);
  const news = { kind: "change", topics: ["*"] };
  await page.evaluate((change) => new BroadcastChannel("sportello-live").postMessage(change), news);
  await read;
});

test("typing goes on while drafts are saved, and a customer's mail meanwhile warns before sending", async ({
  page,
}) => {
  const subject = `Valve seat ${Date.now()}`;
  const from = "k.lindqvist@verkstad.example";
  await signIn(page, SARA);
  await page.goto("/desk/tickets?view=open");
  await sendMail({ from, to: "support@northwind.example", subject, text: "Which grease for the valve seat?" });
  await page.getByRole("link", { name: subject }).click();
  const reply = page.locator("#reply");
  await reply.click();
  const words = "Use G-12, half a gram, twice a year, and wipe off what comes out.";
  await page.keyboard.type(words, { delay: 70 });
  await expect(reply).toBeFocused();
  await expect(reply).toHaveValue(words);

  const number = /tickets\/(\d+)/.exec(page.url())?.[1] ?? "";
  await sendMail({
    from,
    to: "support@northwind.example",
    subject: `Re: [#${number}] ${subject}`,
    text: "Sorry, it is the old PX-12.",
  });
  await expect(page.getByText("Sorry, it is the old PX-12.")).toBeVisible();
  await expect(reply).toHaveValue(words);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.locator("#composer").getByRole("alert")).toBeVisible();
  await expect(reply).toHaveValue(words);
  await page.getByRole("button", { name: "Send anyway" }).click();
  await expect(page.locator(".msg.us")).toContainText("half a gram");
  await expect(reply).toHaveValue("");
});

test("merge, undo of a change, and the bin", async ({ page }) => {
  await signIn(page, ADA);
  await page.goto("/desk/tickets?view=open&sort=waiting");
  await page.getByRole("link", { name: /Copia della fattura di settembre/ }).click();
  await page.getByLabel(/^Priority/).click();
  await page.getByRole("button", { name: /P1/ }).click();
  await expect(page.locator(".th")).toContainText("P1");
  await page.locator(".toasts").getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(".th")).toContainText("P3");

  await page.keyboard.press("m");
  await page.getByRole("button", { name: /Giunto per PX-40/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Giunto per PX-40/);
  await expect(page.getByText(/was merged into/).first()).toBeVisible();

  await page.getByLabel("More", { exact: true }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page).toHaveURL(/\/desk\/tickets$/);
  await page.goto("/desk/bin");
  const line = page.locator("tr, li").filter({ hasText: "Giunto per PX-40" });
  await line.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Giunto per PX-40/);
});

test.describe("every screen is accessible in light and dark", () => {
  const screens = [
    "/desk/tickets",
    "/desk/tickets?view=open",
    "/desk/tickets?view=solved",
    "/desk/shortcuts",
    "/desk/outbox",
    "/desk/notifications",
    "/desk/bin",
    "/desk/account",
  ];
  for (const screen of screens)
    test(screen, async ({ page }) => {
      const healthy = watch(page);
      await signIn(page, SARA);
      await page.goto(screen);
      await expectAccessible(page);
      healthy();
    });

  test("a ticket, its form and its merge page", async ({ page }) => {
    await signIn(page, SARA);
    await page.goto("/desk/tickets?view=mine");
    await page.locator(".q a.it").first().click();
    await expect(page.locator("#reply")).toBeVisible();
    await expectAccessible(page);
    const ticket = page.url().split("?")[0];
    for (const part of ["edit", "merge"]) {
      await page.goto(`${ticket}/${part}`);
      await expectAccessible(page);
    }
  });
});
