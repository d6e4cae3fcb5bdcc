import { expect } from "@playwright/test";
import { SARA } from "../support/demo";
import { findInOutbox, sendMail } from "../support/mail";
import { watch } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

test("a customer asks by mail, an agent answers, the customer's reply joins, the agent solves", async ({ page }) => {
  const healthy = watch(page);
  const subject = `Gearbox seal ${Date.now()}`;
  await signIn(page, SARA);
  await page.goto("/desk/tickets?view=open");

  const first = await sendMail({
    from: '"Petra Vogel" <petra.vogel@werk.example>',
    to: "support@northwind.example",
    subject,
    text: "Good morning,\n\nwhich seal fits the gearbox 40-1187?",
    attachments: [{ filename: "plate.txt", content: "40-1187" }],
  });
  // The list follows by itself.
  await page.getByRole("link", { name: subject }).click();
  await expect(page.getByRole("heading", { name: subject, level: 1 })).toBeVisible();
  await expect(page.getByText("which seal fits the gearbox")).toBeVisible();
  const download = await page.request.get(
    (await page.getByRole("link", { name: "plate.txt" }).getAttribute("href")) ?? "",
  );
  expect(await download.text()).toBe("40-1187");

  await page.getByRole("button", { name: "Send", exact: true }).waitFor();
  await page.getByRole("textbox", { name: /Reply to Petra/ }).fill("It is the G-118. Shall we send two?");
  await page.keyboard.press("Control+Enter");
  const waiting = page.locator(".msg.draft");
  await expect(waiting).toContainText("Shall we send two?");
  await waiting.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("textbox", { name: /Reply to Petra/ })).toHaveValue(
    "It is the G-118. Shall we send two?",
  );
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.locator(".msg.us:not(.draft)")).toContainText("Shall we send two?", { timeout: 45_000 });
  await expect(page.getByText("Delivered to petra.vogel@werk.example")).toBeVisible({ timeout: 45_000 });
  const ticket = page.url();

  const { header } = await findInOutbox(page, `Re: \\[#\\d+\\] ${subject}`);
  expect(header("Reply-To")).toMatch(/support\+k\.[\w.]+@northwind\.example/);
  expect(header("References")).toContain(first);
  await page.goto(ticket);
  await sendMail({
    from: '"Petra Vogel" <petra.vogel@werk.example>',
    to: header("Reply-To"),
    subject: `Re: ${subject}`,
    inReplyTo: header("Message-ID"),
    references: [first, header("Message-ID")],
    text: "Yes, two please.\n\nOn Sat, 21 Nov 2026 Northwind wrote:\n> It is the G-118. Shall we send two?\n",
  });
  await expect(page.getByText("Yes, two please.")).toBeVisible({ timeout: 45_000 });
  expect(page.url()).toBe(ticket);

  await page.locator("h1").click();
  await page.keyboard.press("e");
  await expect(page.locator(".th .chip")).toHaveText("Solved");
  healthy();
});

test("a stranger who names a ticket gets one of his own, linked, with a warning", async ({ page }) => {
  await signIn(page, SARA);
  await page.goto("/desk/tickets?view=open");
  const number = /\/tickets\/(\d+)/.exec((await page.locator(".q a.it").first().getAttribute("href")) ?? "")?.[1] ?? "";
  const stamp = Date.now();
  const text = `I know better ${stamp}`;
  await sendMail({
    from: "stranger@elsewhere.example",
    to: "support@northwind.example",
    subject: `Re: [#${number}] hello ${stamp}`,
    text,
  });
  await page.getByRole("link", { name: `hello ${stamp}` }).click();
  await expect(page.getByText("Nothing was added there.")).toBeVisible();
  await page.goto(`/desk/tickets/${number}`);
  await expect(page.locator("h1")).toBeVisible();
  await expect(page.locator(".conv")).not.toContainText(text);
});
