// What a browser loads with an empty cache for the portal's first page, as the bytes that went over the wire.
import { chromium } from "@playwright/test";
import { findChromium } from "../support/chromium.mjs";

/** Bytes by kind, fonts apart; null when there is no Chromium. @param {number} port @param {string | null} cookie */
export async function weighFirstPage(port, cookie) {
  const executablePath = findChromium(chromium.executablePath());
  if (!executablePath) return null;
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const context = await browser.newContext({ locale: "en-GB" });
    const url = `http://localhost:${port}/`;
    if (cookie) await context.addCookies([{ name: "sid", value: cookie.replace("sid=", ""), url }]);
    /** @type {Error | undefined} */
    let broken;
    const page = await context.newPage();
    page.on("pageerror", (error) => (broken ??= error));
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    /** @type {Map<string, string>} */
    const kinds = new Map();
    /** @type {Record<string, number>} */
    const bytes = {};
    devtools.on("Network.responseReceived", ({ requestId, type }) => void kinds.set(requestId, type));
    devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId) ?? "Other";
      bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
    });
    await page.goto(url, { waitUntil: "load" });
    await page.waitForTimeout(1_500); // what scripts load after the page is there
    if (broken) throw broken; // a page that does not come to life is light, too
    const { Font: fonts = 0, ...rest } = bytes;
    return { total: Object.values(rest).reduce((sum, each) => sum + each, 0), fonts, ...rest };
  } finally {
    await browser.close();
  }
}
