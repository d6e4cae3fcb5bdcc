import { expect, type Page } from "@playwright/test";
import { expectAccessible, watch } from "../support/page-health";
import { test } from "../support/test";

/** The rules of accessibility, where the checker's own script may run. */
const look = async (page: Page) => void (test.info().project.name === "nojs" || (await expectAccessible(page)));

/** From the start of the help centre into the first article of a topic, the way a reader goes. */
async function openFirstArticle(page: Page): Promise<string> {
  await page.goto("/help/en");
  await page
    .getByRole("navigation", { name: "Topics" })
    .getByRole("link", { name: /^Deliveries/ })
    .click();
  const article = page.locator("main .rows a[href*='/articles/']").first();
  const title = ((await article.locator(".t").textContent()) ?? "").trim();
  await article.click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return title;
}

test("the help centre leads from a question to an answer, without an account", async ({ page }) => {
  const healthy = watch(page);
  await page.goto("/help");
  await expect(page).toHaveURL(/\/help\/en$/);
  await expect(page.getByRole("heading", { level: 1, name: "How can we help?" })).toBeVisible();
  await look(page);
  await openFirstArticle(page);
  await expect(page.getByRole("navigation", { name: "Breadcrumb" })).toContainText("Help centre");
  await expect(page.locator("header nav a[aria-current]")).toHaveText("Help centre");
  await look(page);
  await page.goto("/help/en/faq");
  const question = page.locator("details.faq-item summary").first();
  await question.click();
  await expect(page.getByRole("link", { name: /^Link to the answer/ }).first()).toBeVisible();
  await look(page);
  healthy();
});

test("a topic of topics shows what is in them; a question is reached by its topic", async ({ page }) => {
  const healthy = watch(page);
  await page.goto("/help/en/topics/faults");
  const codes = page.getByRole("region", { name: "Error codes" });
  await expect(codes.locator("a[href*='/articles/']")).toHaveCount(4);
  await look(page);
  await codes.getByRole("link", { name: /^All \d+ articles/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Error codes" })).toBeVisible();
  await page.goto("/help/en/faq");
  await page.getByRole("navigation", { name: "Topics" }).getByRole("link", { name: "Warranty and contracts" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Warranty and contracts" })).toBeInViewport();
  healthy();
});

test("the start page shows what others read, and a code in a table stays on one line", async ({ page }) => {
  const healthy = watch(page);
  await page.goto("/");
  const popular = page.getByRole("region", { name: "Popular articles" });
  await expect(popular.locator("a.faq")).toHaveCount(3);
  await look(page);
  await popular.getByRole("link", { name: "Error codes of the C-90" }).click();
  await expect(page).toHaveURL(/\/help\/en\/articles\/error-codes-c90$/);
  await page.setViewportSize({ width: 390, height: 844 });
  const lines = page.locator(".prose td code").first();
  expect(await lines.evaluate((code) => code.getClientRects().length)).toBe(1);
  const menu = await page.locator("header .menu.narrow").boundingBox();
  expect((menu?.x ?? 0) + (menu?.width ?? 0)).toBeGreaterThan(366);
  healthy();
});

test("pages in letters of several bytes come whole; a missing translation names the language", async ({ page }) => {
  const healthy = watch(page);
  for (const path of ["", "/faq", "/news", "/topics/error-codes", "/articles/error-codes-c90"]) {
    const html = await (await page.request.get(`/help/ru${path}`)).text();
    expect(html, path).not.toMatch(/[\0\uFFFD]/);
  }
  await page.goto("/help/it/articles/gearbox-oil");
  await expect(page.getByText("il testo è in inglese")).toBeVisible();
  await page.goto("/help/it/articles/errore-e-17");
  await expect(page.locator(".toc")).toContainText("Dopo l'aggiornamento");
  healthy();
});

test("who is not helped says why, changes it, and opens a ticket that knows what was read", async ({ page }) => {
  const healthy = watch(page);
  const title = await openFirstArticle(page);
  await page.getByRole("button", { name: "No", exact: true }).click();
  await expect(page).toHaveURL(/#vote$/);
  // One way to a ticket, and the reasons below their question, not beside it.
  await expect(page.locator(".after").getByRole("link", { name: "Open a ticket" })).toHaveCount(1);
  const [question, reason] = await Promise.all([
    page.locator(".vote legend").boundingBox(),
    page.getByRole("radio", { name: "It is hard to understand" }).boundingBox(),
  ]);
  expect(reason?.y).toBeGreaterThan((question?.y ?? 0) + (question?.height ?? 0));
  expect(reason?.x).toBeLessThan((question?.x ?? 0) + (question?.width ?? 0));
  await page.getByRole("radio", { name: "It is hard to understand" }).check();
  await page.getByRole("textbox", { name: /What would have helped/ }).fill("A drawing");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("An editor reads this")).toBeVisible();
  await expect(page.getByRole("textbox", { name: /What would have helped/ })).toHaveValue("A drawing");
  const ticket = await page.locator(".vote").getByRole("link", { name: "Open a ticket" }).getAttribute("href");
  await page.getByRole("button", { name: "It helped after all" }).click();
  await expect(page.getByText("Thank you, good to know.")).toBeVisible();
  await page.goto(ticket ?? "");
  await expect(page.getByRole("textbox", { name: "Subject" })).toHaveValue(title);
  healthy();
});

test("an article in another language has its own address; what is missing says so", async ({ page }) => {
  const healthy = watch(page, { answers: [404] });
  await openFirstArticle(page);
  await page.locator(".menu.lang summary").click();
  await page.locator(".menu.lang").getByRole("link", { name: "Italiano" }).click();
  await expect(page).toHaveURL(/\/help\/it\/articles\//);
  await expect(page.locator("html")).toHaveAttribute("lang", "it");
  expect((await page.request.get("/assets/never-was.js")).headers()["cache-control"]).toBe("no-store");
  await page.goto("/help/en/articles/never-was");
  await expect(page.getByRole("search").getByRole("searchbox").last()).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Sign in" })).toBeVisible();
  await look(page);
  await page.locator(".menu.lang summary").click();
  await page.locator(".menu.lang").getByRole("link", { name: "Italiano" }).click();
  await expect(page).toHaveURL(/\/help\/it\/articles\/never-was$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "it");
  healthy();
});
