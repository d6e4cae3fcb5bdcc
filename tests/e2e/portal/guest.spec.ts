import { expect } from "@playwright/test";
import { asStaff, findMailedLink, sendTicket } from "../support/customer";
import { ADA } from "../support/demo";
import { watch } from "../support/page-health";
import { test } from "../support/test";

test("somebody without an account opens a ticket: the form waits for the confirmed address", async ({
  page,
  browser,
}) => {
  const healthy = watch(page, { answers: [410] });
  const stamp = Date.now();
  const email = `mia${stamp}@tanaka.example`;
  await page.goto("/");
  await page.getByRole("navigation", { name: "What can be done here" }).getByText("Open a ticket").click();
  await page.getByLabel("Name").fill("Mia Tanaka");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("radio", { name: /Technical question/ }).check();
  await page.getByRole("textbox", { name: "Subject" }).fill(`Guest asks ${stamp}`);
  await page.getByRole("textbox", { name: "What happened?" }).fill("Which oil does it need?");
  await sendTicket(page, "Send and confirm by e-mail");
  await expect(page.getByRole("heading", { name: "Check your mailbox" })).toBeVisible();
  await expect(page.getByText(`A link was sent to ${email}`)).toBeVisible();
  await page.goto("/tickets");
  await expect(page).toHaveURL(/sign-in\?to=%2Ftickets/);

  const link = await asStaff(browser, ADA, (desk) => findMailedLink(desk, email));
  await page.goto(link);
  await page.getByRole("button", { name: "Confirm and send" }).click();
  await expect(page.getByRole("heading", { name: `Guest asks ${stamp}`, level: 1 })).toBeVisible();
  await expect(page.getByText("Which oil does it need?")).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  healthy();
});
