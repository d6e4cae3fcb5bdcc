import { test as base, type Page } from "@playwright/test";

/**
 * Journeys of people who look before they act: after an address was opened they wait until the page's script has taken
 * it over. What happens to those who are quicker is tested where a journey says `waitUntil: "commit"`.
 */
export const test = base.extend<{ javaScriptEnabled: boolean | undefined; looking: void }>({
  looking: [
    async ({ browser, javaScriptEnabled }, use) => {
      const newContext = browser.newContext.bind(browser);
      browser.newContext = async (options) => {
        const context = await newContext(options);
        if ((options?.javaScriptEnabled ?? javaScriptEnabled) !== false) context.on("page", lookBeforeActing);
        return context;
      };
      await use();
      browser.newContext = newContext;
    },
    { auto: true },
  ],
});

function lookBeforeActing(page: Page): void {
  const goto = page.goto.bind(page);
  page.goto = async (address, options) => {
    const response = await goto(address, options);
    if (options?.waitUntil !== "commit") await takenOver(page);
    return response;
  };
}

/** Waits until the page's script has taken it over, for pages that were not opened by their address. */
export const takenOver = (page: Page) => page.waitForFunction(isTakenOver);

/** Also where there is nothing to take over: a text, a file, an article for everybody. */
const isTakenOver = () => !("__remixContext" in window) || performance.getEntriesByName("taken over").length > 0;
