import { expect } from "@playwright/test";
import { openTicket, sendTicket, textFile } from "../support/customer";
import { GIULIA } from "../support/demo";
import { watch } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

test.beforeEach(({ page }) => signIn(page, GIULIA));

test("a customer opens a ticket with a file, answers, adds a colleague, solves and reopens it", async ({ page }) => {
  const healthy = watch(page, { answers: [400] });
  const subject = `Noise in pump ${Date.now()}`;
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Giulia");
  await page.getByRole("navigation", { name: "What can be done here" }).getByText("Open a ticket").click();
  await page.getByRole("radio", { name: /Technical question/ }).check();
  await page.getByRole("textbox", { name: "Subject" }).fill(subject);
  await page.getByRole("textbox", { name: "What happened?" }).fill("It rattles.\n\nSince yesterday.");
  await page.getByLabel("Files").setInputFiles([textFile("log.txt", "rattle"), textFile("täglich.txt", "täglich")]);
  await sendTicket(page);

  await expect(page.getByRole("heading", { name: subject, level: 1 })).toBeVisible();
  await expect(page.getByText(/Ticket #\d+ is open/)).toBeVisible();
  const here = new URL(page.url()).pathname;
  const file = page.getByRole("link", { name: /log\.txt/ });
  expect(await (await page.request.get((await file.getAttribute("href")) ?? "")).text()).toBe("rattle");

  await page.getByRole("textbox", { name: "Reply text" }).fill("It is worse today.");
  await page.getByLabel("Files").setInputFiles(textFile("today.txt", "worse"));
  await page.getByRole("button", { name: "Send the reply" }).click();
  const answer = page.getByRole("article").filter({ hasText: "It is worse today." });
  await expect(answer.getByRole("link", { name: /today\.txt/ })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Reply text" })).toHaveValue("");

  await page.getByText("Add a colleague").click();
  await page.getByLabel("E-mail address").fill("nobody@nowhere");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("This is not a complete e-mail address.");
  await expect(page.getByLabel("E-mail address")).toHaveValue("nobody@nowhere");
  await page.getByLabel("E-mail address").fill("workshop@marchetti.example");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page).toHaveURL(here);
  await expect(page.getByText("workshop@marchetti.example reads along from now on")).toBeVisible();

  const state = page.locator(".page-head .chip");
  await page.getByRole("button", { name: "Mark as solved" }).click();
  await expect(state).toHaveText("Solved");
  await expect(page.getByText("A reply reopens it.")).toBeVisible();
  await page.goto("/tickets?filter=done");
  await page.getByRole("link", { name: new RegExp(subject) }).click();
  await page.getByRole("button", { name: "Reopen" }).click();
  await expect(state).toHaveText("In progress");
  await page.goto("/tickets");
  await expect(page.getByRole("link", { name: new RegExp(subject) })).toContainText("In progress");
  healthy();
});

test("a refused form keeps its words and its files, and two clicks are one ticket", async ({ page }) => {
  const subject = `Kept ${Date.now()}`;
  await page.goto("/tickets/new");
  const formId = (await page.locator("input[name=formId]").getAttribute("value")) ?? "";
  await page.getByRole("radio", { name: /Invoice or payment/ }).check();
  await page.getByRole("textbox", { name: "Subject" }).fill(subject);
  await page.getByRole("textbox", { name: "What happened?" }).fill("   ");
  await page.getByRole("textbox", { name: "Who else" }).fill("one@marchetti.example, two@marchetti.example");
  await page.getByLabel("Files").setInputFiles(textFile("invoice.txt", "248.00"));
  await sendTicket(page);

  await expect(page.getByRole("alert")).toContainText("Enter a text");
  await expect(page.getByRole("radio", { name: /Invoice or payment/ })).toBeChecked();
  await expect(page.getByRole("textbox", { name: "Subject" })).toHaveValue(subject);
  await expect(page.getByRole("textbox", { name: "Who else" })).toHaveValue(/two@marchetti\.example/);
  await expect(page.getByRole("checkbox", { name: /invoice\.txt/ })).toBeChecked();
  await expect(page.locator("input[name=formId]")).toHaveValue(formId);
  await page.getByRole("textbox", { name: "What happened?" }).fill("The sum is wrong.");
  await sendTicket(page);
  await expect(page.getByRole("heading", { name: subject, level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: /invoice\.txt/ })).toHaveCount(1);
  const first = page.url();

  const again = await page.request.post("/tickets/new", {
    form: { formId, subject, text: "The sum is wrong.", answersSeen: "yes" },
    headers: { Origin: new URL(first).origin },
    maxRedirects: 0,
  });
  expect(again.headers().location).toBe(new URL(first).pathname);
});

test("a ticket of somebody else, an unknown one and an unknown page say so in the portal's frame", async ({ page }) => {
  for (const [path, words] of [
    ["/tickets/999999", "it is not open to this account"],
    ["/nowhere/at/all", "The page was moved or removed"],
  ] as const) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nothing at this address");
    await expect(page.getByText(words)).toBeVisible();
    await expect(page).toHaveTitle(/Northwind/);
    await expect(page.getByRole("banner")).toBeVisible();
  }
});

test("the list tells own tickets from the organization's, open from done", async ({ page }) => {
  const subject = `Listed ${Date.now()}`;
  await openTicket(page, subject);
  await page.goto("/tickets");
  await expect(page.getByRole("link", { name: new RegExp(subject) })).toContainText("Received");
  await page.getByRole("link", { name: "Organization", exact: true }).click();
  await expect(page).toHaveURL(/scope=organization/);
  await expect(page.getByRole("link", { name: new RegExp(subject) })).toBeVisible();
  await page.getByRole("link", { name: "Solved and closed", exact: true }).click();
  await expect(page.getByRole("link", { name: new RegExp(subject) })).toHaveCount(0);
});
