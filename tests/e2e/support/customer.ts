import { expect, type Browser, type Page } from "@playwright/test";
import { signIn } from "./sign-in";

/** A file that a form can send. */
export const textFile = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

/** Opens a ticket through the form as the signed-in customer; answers with its number. */
export async function openTicket(page: Page, subject: string, text = "It makes a noise."): Promise<number> {
  await page.goto("/tickets/new");
  await page.getByRole("radio", { name: /Technical question/ }).check();
  await page.getByRole("textbox", { name: "Subject" }).fill(subject);
  await page.getByRole("textbox", { name: "What happened?" }).fill(text);
  await sendTicket(page);
  await expect(page.getByRole("heading", { name: subject, level: 1 })).toBeVisible();
  return Number(new URL(page.url()).pathname.split("/").pop());
}

/**
 * Sends the new-ticket form, and once more where answers came between, as they do for whoever saw none while typing. The
 * page that follows is there, or the form with what is wrong.
 */
export async function sendTicket(page: Page, button = "Open the ticket"): Promise<void> {
  await page.getByRole("button", { name: button }).click();
  const again = page.getByRole("button", { name: "Send my ticket" });
  const gone = page.locator("main:not(:has(#new-ticket))");
  await expect(again.first().or(gone).or(page.getByRole("alert")).first()).toBeVisible();
  if (await again.first().isVisible()) await again.first().click();
}

/** Runs an act as one of the staff in a browser of its own. */
export async function asStaff<T>(browser: Browser, email: string, act: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await signIn(page, email);
    return await act(page);
  } finally {
    await context.close();
  }
}

/** The one-time link of the newest mail to an address, as the administrator's outbox shows it. */
export async function findMailedLink(page: Page, recipient: string): Promise<string> {
  const mail = page.getByRole("row").filter({ hasText: recipient }).getByRole("link").first();
  await expect(async () => {
    await page.goto("/desk/outbox");
    await expect(mail).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 45_000 });
  const raw = await (await page.request.get(`${await mail.getAttribute("href")}/raw`)).text();
  const text = raw.replace(/=\r?\n/g, "").replaceAll("=3D", "=");
  return new URL(/https?:\/\/[^\s<>"]+\/link\/[\w-]+/.exec(text)?.[0] ?? "").pathname;
}
