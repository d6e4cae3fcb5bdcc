import { expect, type Page } from "@playwright/test";
import nodemailer from "nodemailer";
import type Mail from "nodemailer/lib/mailer";
import { SMTP_PORT } from "./demo";

/** Sends a real mail to the receiver under test. */
export async function sendMail(mail: Mail.Options): Promise<string> {
  const transport = nodemailer.createTransport({ host: "127.0.0.1", port: SMTP_PORT, ignoreTLS: true });
  try {
    return (await transport.sendMail(mail)).messageId;
  } finally {
    transport.close();
  }
}

/** A mail of the outbox, by a word of its subject: the raw message's headers, unfolded, and its address on the desk. */
export async function findInOutbox(
  page: Page,
  subject: string,
): Promise<{ header: (name: string) => string; path: string }> {
  const link = page.getByRole("link", { name: new RegExp(subject) }).first();
  await expect(async () => {
    await page.goto("/desk/outbox");
    await expect(link).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 45_000 });
  const path = (await link.getAttribute("href")) ?? "";
  const raw = await (await page.request.get(`${path}/raw`)).text();
  const head = raw.slice(0, raw.search(/\r?\n\r?\n/)).replace(/\r?\n[ \t]+/g, " ");
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(head)?.[1]?.trim() ?? "";
  return { header, path };
}
