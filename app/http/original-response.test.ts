import { expect, test } from "vitest";
import { originalResponse } from "./original-response.server";

const show = (html: string, query = "") =>
  originalResponse({ locale: "en" }, new Request(`http://x.example/original${query}`), {
    subject: "<b>Hello</b>",
    html,
    text: "",
  });

test("the page of an original runs nothing, loads nothing and asks before pictures from elsewhere", async () => {
  const response = show('<link rel="preconnect" href="//t.example"><img src = "http://t.example/p.gif">');
  const policy = response.headers.get("Content-Security-Policy");
  expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:;/);
  const page = await response.text();
  expect(page).toContain('href="?images=1"');
  expect(page).not.toContain("<link");
  expect(page).toContain("<title>&lt;b&gt;Hello&lt;/b&gt;</title>");
  expect(show("<p>x</p>", "?images=1").headers.get("Content-Security-Policy")).toContain("img-src data: https: http:");
});

test("endless spaces where an address is looked for do not hold the page up", async () => {
  const since = performance.now();
  const spaces = " ".repeat(2_000_000);
  for (const start of ["src=", "src", "url(", "background=\n"]) await show(`<p ${start}${spaces}>`).text();
  expect(performance.now() - since).toBeLessThan(5_000);
});
