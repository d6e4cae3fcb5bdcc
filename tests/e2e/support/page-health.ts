import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * Collects what a page complains of; call the result at the end of a journey. `answers` are the refusals it meets on
 * purpose; `frames` says that it looks into frames without scripts, where the looking itself is complained of.
 */
export function watch(page: Page, { answers = [], frames = false }: { answers?: number[]; frames?: boolean } = {}) {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    const meant =
      isBrokenOff(message.text()) ||
      answers.some((status) => message.text().includes(`status of ${status} `)) ||
      (frames && message.text().startsWith("Blocked script execution in"));
    if (message.type() === "error" && !meant) complaints.push(message.text());
  });
  return () => expect(complaints).toEqual([]);
}

/**
 * An act, or news on the page, makes the router abort what is being fetched, as the palette's list when Enter comes
 * before it is there, and fetch it anew. Where that meets an answer whose head has come and whose body has not, Remix
 * (`fetchAndDecode`) writes the abort to the console before the router drops it: nothing is lost, and nobody can keep it
 * from writing.
 */
const isBrokenOff = (text: string): boolean => text.startsWith("AbortError: signal is aborted without reason");

/** Frames for the words of others: no script runs in them, not even axe. */
const MUTE_FRAME = 'iframe[sandbox]:not([sandbox~="allow-scripts"])';

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The themes differ in their colours alone: `light-dark` in the tokens is all there is of a theme. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** No finding of axe (WCAG 2.2 A and AA) in light and in dark, frames with a name, and no sideways scrolling. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.getByRole("progressbar", { name: "Loading" })).toHaveCount(0); // the page that was asked for is there
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page }).exclude(MUTE_FRAME);
    const judged = colorScheme === "light" ? axe.withTags(RULES) : axe.withRules(COLOUR_RULES);
    const { violations } = await judged.analyze();
    expect(
      violations.map(
        ({ id, nodes }) =>
          `${colorScheme} ${id}: ${nodes
            .map((n) => n.html)
            .join(" ")
            .slice(0, 400)}`,
      ),
    ).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
  const titles = await page
    .locator(MUTE_FRAME)
    .evaluateAll((frames) => frames.map((frame) => frame.getAttribute("title") ?? ""));
  expect(titles.filter((title) => !title.trim())).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);
}
