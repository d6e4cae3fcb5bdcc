import { expect, type Page } from "@playwright/test";
import { textFile } from "../support/customer";
import { ADA, SARA } from "../support/demo";
import { expectAccessible, watch } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

test.use({ viewport: { width: 1440, height: 900 } });

const unique = (word: string) => `${word} ${Date.now().toString(36)}${Math.floor(Math.random() * 1e4)}`;
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const preview = (page: Page) => page.getByRole("region", { name: /^(This week|Preview, not saved)$/ });

/** Once nothing loads any more. */
async function expectFine(page: Page): Promise<void> {
  await expect(page.locator(".progress")).toHaveCount(0);
  await expectAccessible(page);
}

const year = new Date().getFullYear() + 1;
const event = (...lines: string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");
const holidays = textFile(
  "holidays.ics",
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Northwind//Holidays//EN",
    event("UID:1", "DTSTART;VALUE=DATE:20200815", "RRULE:FREQ=YEARLY", "SUMMARY:Ferragosto"),
    event("UID:2", `DTSTART;VALUE=DATE:${year}0624`, "SUMMARY:San Giovanni"),
    event("UID:3", `DTSTART:${year}0101T100000Z`, "SUMMARY:Brunch"),
    "END:VCALENDAR",
    "",
  ].join("\r\n"),
);

test("a calendar is made, previewed, filled from a file, changed, made the company's own and put away", async ({
  page,
}) => {
  test.slow();
  const healthy = watch(page, { answers: [400, 409] });
  const name = unique("Turin");
  await signIn(page, ADA);
  await page.goto("/desk/admin");
  await page.locator("main").getByRole("link", { name: /^Business hours/ }).click(); // prettier-ignore
  await expect(page.getByRole("row").filter({ hasText: "24 × 7" })).toContainText("Open");
  await expectFine(page);

  await page.getByRole("link", { name: "New calendar" }).click();
  await expect(field(page, "Monday")).toHaveValue("08:00–12:00, 14:00–18:00");
  await expectFine(page);
  await field(page, "Name").fill(name);
  await field(page, "Time zone").fill("Europe/Nowhere");
  await field(page, "Tuesday").fill("8-12, 11-13");
  await field(page, "Wednesday").fill("9-9");
  await field(page, "Holidays (optional)").fill("2026-12-25 Christmas\nEaster");
  await page.getByRole("button", { name: "Create" }).click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("There is no such time zone");
  await expect(alert).toContainText("Two of these hours overlap");
  await expect(alert).toContainText("Opening and closing are the same time");
  await expect(alert).toContainText("Line 2 does not begin with a date");
  await expect(field(page, "Tuesday")).toHaveValue("8-12, 11-13");
  await expectFine(page);

  await field(page, "Time zone").fill("Europe/Rome");
  await field(page, "Monday").fill("8–12, 13:30–17");
  await page.getByRole("button", { name: "Copy Monday" }).click();
  await expect(field(page, "Friday")).toHaveValue("8–12, 13:30–17");
  await field(page, "Saturday").fill("22:00–06:00");
  await field(page, "Holidays (optional)").fill("12-25 Christmas");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(preview(page)).toContainText("08:00–12:00, 13:30–17:00");
  await expect(preview(page)).toContainText("22:00–24:00");
  await expect(preview(page)).toContainText("Christmas");
  await expect(preview(page)).toContainText(/lasts 7 hr? instead of 8|lasts 9 hr? instead of 8/);
  await expectFine(page);

  await page.locator("input[type=file]").setInputFiles(textFile("letter.ics", "Dear colleagues"));
  await page.getByRole("button", { name: "Read the file" }).click();
  await expect(page.getByRole("alert")).toContainText("This file is no calendar");
  await page.locator("input[type=file]").setInputFiles(holidays);
  await page.getByRole("button", { name: "Read the file" }).click();
  await expect(page.locator("#imported")).toContainText("holidays.ics: 2 new days");
  await expect(page.locator("#imported")).toContainText("1 event at a time of day was left out");
  await expect(field(page, "Holidays (optional)")).toHaveValue(
    `08-15 Ferragosto\n12-25 Christmas\n${year}-06-24 San Giovanni`,
  );
  await expectFine(page);
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(preview(page)).toContainText("San Giovanni");
  await expectFine(page);

  const here = page.url();
  const other = await page.context().newPage();
  await other.goto(here);
  await field(other, "Saturday").fill("9–12");
  await other.getByRole("button", { name: "Save" }).first().click();
  await expect(other.locator(".toast")).toContainText("Saved");
  await other.close();
  await field(page, "Saturday").fill("10–13");
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByRole("alert")).toContainText("Somebody else saved version 2");
  await expect(field(page, "Saturday")).toHaveValue("10–13");
  await expect(page.getByRole("region", { name: "Versions" }).getByRole("link", { name: "2" })).toBeVisible();
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByRole("region", { name: "Versions" })).toContainText("3");
  await page.getByRole("region", { name: "Versions" }).getByRole("link", { name: "2", exact: true }).click();
  await expect(page.getByText("09:00–12:00", { exact: true })).toBeVisible();
  await expectFine(page);

  await page.goto(here);
  await page.getByRole("button", { name: "Make these the company's hours" }).click();
  await expect(page.locator(".toast")).toContainText("company's hours");
  await expect(page.getByRole("button", { name: "Archive" })).toHaveCount(0);
  await page.goto("/desk/admin/calendars");
  await expect(page.locator("tbody tr").first()).toContainText(name);
  await page.getByRole("link", { name: "24 × 7" }).click();
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
  await page.getByRole("button", { name: "Make these the company's hours" }).click();
  await page.goto(here);
  await page.getByRole("button", { name: "Archive" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("archived");

  await page.goto("/desk/admin/audit");
  await expect(page.locator("tbody tr").filter({ hasText: "Calendar archived" }).first()).toContainText(name);
  healthy();
});

test("the calendar's form without script on a phone, and closed to agents", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const name = unique("Plain");
  await signIn(page, ADA);
  await page.goto("/desk/admin/calendars/new");
  await field(page, "Name").fill(name);
  await field(page, "Monday").fill("22–6");
  await page.getByRole("button", { name: "Copy Monday" }).click();
  await expect(field(page, "Friday")).toHaveValue("22–6");
  await expect(field(page, "Name")).toHaveValue(name);
  await page.locator("input[type=file]").setInputFiles(holidays);
  await page.getByRole("button", { name: "Read the file" }).click();
  await expect(field(page, "Holidays (optional)")).toHaveValue(/San Giovanni/);
  await field(page, "Tuesday").fill("8–7–6");
  await page.getByRole("button", { name: "Create" }).last().click();
  await expect(page.getByRole("alert")).toContainText("Hours are written 08:00–12:00");
  await expect(field(page, "Tuesday")).toHaveValue("8–7–6");
  await field(page, "Tuesday").fill("");
  await field(page, "Name").press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(field(page, "Friday")).toHaveValue("22:00–06:00");
  await context.close();

  const agent = await (await browser.newContext()).newPage();
  await signIn(agent, SARA);
  expect((await agent.goto("/desk/admin/calendars"))?.status()).toBe(403);
  await agent.context().close();
});
