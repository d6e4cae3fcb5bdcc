import { expect, type Page } from "@playwright/test";
import { ADA, GIULIA, SARA } from "../support/demo";
import { expectAccessible, watch } from "../support/page-health";
import { signIn } from "../support/sign-in";
import { test } from "../support/test";

test.use({ viewport: { width: 1440, height: 900 } });

const EDITOR = "nora@northwind.example";
const area = (page: Page) => page.getByRole("textbox", { name: "Text", exact: true });
const preview = (page: Page) => page.getByRole("region", { name: "Preview" });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const toast = (page: Page, words: string) => expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();

/** Types into the text and waits until the draft is saved by itself. */
async function write(page: Page, text: string): Promise<void> {
  const draft = page.waitForResponse((response) => response.url().endsWith("/draft") && response.ok());
  await area(page).fill(text);
  await draft;
  await expect(page.locator(".kb-foot .said")).toContainText("Draft saved");
}

/** A small picture as a file of the tests' own making. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=",
  "base64",
);

/** A category whose texts somebody else approves; answers its name. */
async function reviewedCategory(page: Page): Promise<string> {
  const name = `Safety ${Date.now()}`;
  await page.goto("/desk/knowledge/categories/new");
  await page.getByRole("group", { name: "Name" }).getByRole("textbox", { name: "English" }).fill(name);
  await page.getByRole("checkbox", { name: /A second person approves/ }).check();
  await button(page, "Create").click();
  await toast(page, "Category added.");
  return name;
}

/** Begins an article and answers the address of its editor. */
async function begin(page: Page, title: string, category: string): Promise<string> {
  await page.goto("/desk/knowledge/new");
  await page.getByRole("textbox", { name: "Title or question" }).fill(title);
  await page.getByRole("combobox", { name: "Category" }).selectOption({ label: category });
  await button(page, "Start writing").click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

async function as(page: Page, email: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, email);
}

test("an article is written, reviewed by a colleague, published, changed, restored and translated", async ({
  page,
}) => {
  test.slow(); // several screens judged in both themes
  const healthy = watch(page, { answers: [400, 409] });
  await signIn(page, ADA);
  const category = await reviewedCategory(page);
  const title = `Bleeding a pump ${Date.now()}`;
  const editor = await begin(page, title, category);

  // Written by buttons, seen beside the text while typing, saved by itself.
  await area(page).fill("Switch the pump off.");
  await area(page).press("Control+a");
  await page.getByRole("button", { name: "Bold" }).click();
  await expect(area(page)).toHaveValue("**Switch the pump off.**");
  await expect(preview(page).locator("strong")).toHaveText("Switch the pump off.");
  await area(page).press("Control+a");
  await area(page).press("Control+i");
  await expect(area(page)).toHaveValue("_**Switch the pump off.**_");
  await area(page).press("Control+z");
  await expect(area(page)).toHaveValue("**Switch the pump off.**");
  const byKey = page.waitForResponse((response) => response.url().endsWith("/draft") && response.ok());
  await area(page).press("Control+s");
  await byKey;
  await area(page).press("End");
  await page.getByRole("button", { name: "Callout" }).click();
  await expect(area(page)).toHaveValue(/> \[!NOTE\]\n> Good to know\./);
  await expect(preview(page).locator(".call.note")).toContainText("Good to know.");
  await page
    .locator(".kb-tools input[type=file]")
    .setInputFiles({ name: "valve.png", mimeType: "image/png", buffer: PNG });
  await expect(area(page)).toHaveValue(/!\[valve\]\(image:[0-9a-f-]{36}\)/);
  await expect(preview(page).getByRole("img", { name: "valve" })).toBeVisible();
  await page.locator(".kb-tools input[type=file]").setInputFiles({
    name: "virus.png",
    mimeType: "image/png",
    buffer: Buffer.from("no picture"),
  });
  await expect(page.getByText("virus.png is neither a picture")).toBeVisible();
  await page.getByRole("button", { name: "Dismiss the message about virus.png" }).click();
  await write(page, `${await area(page).inputValue()}\n\nThen wait.`);
  await expectAccessible(page);
  await page.reload();
  await expect(area(page)).toHaveValue(/Good to know.*Then wait/s);

  // The category wants a second pair of eyes.
  await button(page, "Publish").click();
  await expect(page.getByRole("alert")).toContainText("somebody else approves");
  await button(page, "Send for review").click();
  await toast(page, "Sent for review.");
  await expect(area(page)).toHaveAttribute("readonly", "");
  await page.getByRole("link", { name: "Review", exact: true }).click();
  await expect(page.getByText("Whoever wrote a text cannot approve it.")).toBeVisible();

  await as(page, EDITOR);
  await page.goto("/desk/knowledge");
  await page.getByRole("link", { name: /waits? for your review/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Reviews" })).toBeVisible();
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Review: ${title}` })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "Comment" }).fill("Which valve? Please say.");
  await button(page, "Send back").click();
  await toast(page, "Sent back to its author.");

  await as(page, ADA);
  await page.goto(editor);
  await expect(page.getByText("Which valve? Please say.")).toBeVisible();
  await write(page, `${await area(page).inputValue()}\n\nOpen the brass valve.`);
  await button(page, "Send for review").click();
  await toast(page, "Sent for review.");
  await as(page, EDITOR);
  await page.goto(`${editor}/review?lang=en`);
  await button(page, "Approve and publish").click();
  await toast(page, "Published.");

  // Readers see it.
  await page.getByRole("link", { name: "See it in the help centre" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText("Open the brass valve.")).toBeVisible();

  // An Italian translation, published, then out of date with its source.
  await page.goto(`${editor}?lang=it`);
  await button(page, "Start the translation").click();
  await expect(page.getByRole("region", { name: "Source" })).toContainText("Open the brass valve.");
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "Title" }).fill(`Spurgare una pompa ${Date.now()}`);
  await write(page, "Aprire la valvola di ottone.");
  await button(page, "Send for review").click();
  await toast(page, "Sent for review.");
  await as(page, ADA);
  await page.goto(`${editor}/review?lang=it`);
  await button(page, "Approve and publish").click();
  await toast(page, "Published.");
  await page.goto(editor);
  await write(page, "Switch the pump off.\n\nOpen the steel valve.");
  await button(page, "Send for review").click();
  await toast(page, "Sent for review.");
  await as(page, EDITOR);
  await page.goto(`${editor}/review?lang=en`);
  await expect(page.locator(".kb-diff del").filter({ hasText: "brass" })).toBeVisible();
  await button(page, "Approve and publish").click();
  await toast(page, "Published.");
  await page.goto(`${editor}?lang=it`);
  await expect(page.getByText("The source has moved on: English")).toBeVisible();
  await page.getByRole("link", { name: "What changed" }).first().click();
  await expect(page.locator(".kb-diff ins").filter({ hasText: "steel" })).toBeVisible();
  await expectAccessible(page);
  await button(page, "It is up to date").click();
  await toast(page, "The translation counts as up to date.");

  // What changed between versions, and the way back.
  await page.goto(`${editor}/versions?lang=en&from=2&to=3`);
  await expect(page.locator(".kb-diff del").filter({ hasText: "brass" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Restore Version 2" }).click();
  await toast(page, "Version 2 is in the draft.");
  await expect(area(page)).toHaveValue(/brass valve/);
  healthy();
});

test("two tabs of one text lose nothing, nor does an ended session", async ({ page, context }) => {
  await signIn(page, ADA);
  await page.goto("/desk/knowledge");
  const editor = await begin(page, `Conflict ${Date.now()}`, "Deliveries");
  await write(page, "First words.");
  const other = await context.newPage();
  await other.goto(editor);
  await other.getByRole("textbox", { name: "Title", exact: true }).fill("Named in the other tab");
  await write(other, "Words of the other tab.");
  await area(page).fill("First words, and more.");
  await expect(button(page, "Compare")).toBeVisible();
  await page.evaluate(() => window.__remixRouter.revalidate()); // as live news do: nothing is overwritten by it
  await expect.poll(() => page.evaluate(() => window.__remixRouter.state.revalidation)).toBe("idle");
  await button(page, "Compare").click();
  await expect(page.getByRole("textbox", { name: /Saved by a colleague/ })).toHaveValue(
    "Named in the other tab\n\nWords of the other tab.",
  );
  await expect(page.getByText("Both are kept")).toHaveCount(1);
  await expect(area(page)).toHaveValue("First words, and more.");
  await button(page, "Save").click();
  await toast(page, "Saved.");

  await context.clearCookies();
  await area(page).fill("Typed after the session had ended.");
  await page.getByRole("link", { name: "Sign in" }).click();
  await signInHere(page, ADA);
  await expect(area(page)).toHaveValue("Typed after the session had ended.");
  await expect(page.getByText("Unsaved text is back")).toBeVisible();
});

async function signInHere(page: Page, email: string): Promise<void> {
  await page.getByLabel(/mail/i).first().fill(email);
  await page.locator("input[type=password]").fill("northwind-demo");
  await page.locator("input[type=password]").press("Enter");
}

/** A picture as a hand brings it: over the text and dropped, or pasted; answers whether the browser may do its own. */
const bring = (page: Page, how: "drop" | "paste", name: string, words = "") =>
  area(page).evaluate(
    (field, { how, name, words, bytes }) => {
      const carried = new DataTransfer();
      carried.items.add(new File([Uint8Array.from(bytes)], name, { type: "image/png" }));
      if (words) carried.setData("text/plain", words);
      const event = { bubbles: true, cancelable: true };
      if (how === "paste")
        return field.dispatchEvent(new ClipboardEvent("paste", { ...event, clipboardData: carried }));
      field.dispatchEvent(new DragEvent("dragover", { ...event, dataTransfer: carried }));
      return field.dispatchEvent(new DragEvent("drop", { ...event, dataTransfer: carried }));
    },
    { how, name, words, bytes: [...PNG] },
  );

test("pictures are dropped on the text and pasted into it; a copied table's words stay words", async ({ page }) => {
  const healthy = watch(page);
  await signIn(page, ADA);
  await begin(page, `Pictures ${Date.now()}`, "Deliveries");
  await write(page, "Look:");
  await area(page).press("Control+End");
  expect(await bring(page, "drop", "dropped.png")).toBe(false);
  await expect(area(page)).toHaveValue(/^Look:[^]*!\[dropped\]\(image:[0-9a-f-]{36}\)/);
  await area(page).press("Control+End");
  expect(await bring(page, "paste", "pasted.png")).toBe(false);
  await expect(area(page)).toHaveValue(/!\[dropped\][^]*!\[pasted\]\(image:[0-9a-f-]{36}\)/);
  await expect(preview(page).getByRole("img", { name: "pasted" })).toBeVisible();
  expect(await bring(page, "paste", "table.png", "A1 B1")).toBe(true);
  await expect(page.locator(".kb-foot .said")).toContainText("Draft saved");
  await page.reload();
  await expect(area(page)).toHaveValue(/!\[dropped\][^]*!\[pasted\]/);
  await expect(area(page)).not.toHaveValue(/table/);
  healthy();
});

test("a search that found nothing becomes a draft; agents read what editors write", async ({ page }) => {
  await signIn(page, SARA);
  await page.goto("/desk/knowledge/to-write");
  const wish = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: /^Write an article about/ }) });
  const query = (await wish.first().locator("b").innerText()).replace(/[“”]/g, "").trim();
  await wish.first().getByRole("link").first().click();
  await expect(page.getByRole("textbox", { name: "Title or question" })).toHaveValue(new RegExp(query.slice(1), "i"));
  await expect(page.getByRole("radio", { name: "FAQ" })).toBeChecked();
  await page.getByRole("combobox", { name: "Category" }).selectOption({ label: "Deliveries" });
  await button(page, "Start writing").click();
  await toast(page, "The draft is there.");
  await expect(page.getByRole("textbox", { name: "Question" })).toHaveValue(new RegExp(query.slice(1), "i"));
  await expect(button(page, "Send for review")).toBeVisible();
  await expect(button(page, "Publish")).toHaveCount(0);

  await page.goto("/desk/knowledge?state=published");
  await page.locator("tbody th a").first().click();
  await expect(page.getByText("Editors change this article.")).toBeVisible();
  await expectAccessible(page);
  expect((await page.request.get("/desk/knowledge/searches")).status()).toBe(403);
});

test("the places of the knowledge base, on a phone too", async ({ page }) => {
  test.slow(); // eight screens judged in both themes
  const healthy = watch(page);
  await signIn(page, ADA);
  const places = ["", "?state=deleted", "/to-write", "/comments", "/searches", "/categories", "/links", "/new"];
  for (const place of places) {
    await page.goto(`/desk/knowledge${place}`);
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  for (const place of places) {
    await page.goto(`/desk/knowledge${place}`);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over, place).toBeLessThanOrEqual(0);
  }
  await page.goto("/desk/knowledge");
  await page.locator("tbody th a").first().click();
  await expect(area(page).or(page.getByRole("textbox", { name: "Answer" }))).toBeVisible();
  await page.getByRole("radio", { name: "Preview" }).check();
  await expect(preview(page)).toBeVisible();
  await expectAccessible(page);
  healthy();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an article is written, previewed, given a picture, scheduled, published and taken back", async ({ page }) => {
    await signIn(page, ADA);
    const title = `Label lost ${Date.now()}`;
    await begin(page, title, "Deliveries");
    await area(page).fill("## Write to us\n\n> [!WARNING]\n> Keep the parcel.");
    await button(page, "Preview").click();
    await expect(preview(page).locator(".call.warn")).toContainText("Keep the parcel.");
    await page.locator("#f-files").setInputFiles({ name: "label.png", mimeType: "image/png", buffer: PNG });
    await button(page, "Upload").click();
    await expect(page.getByRole("img", { name: "label.png" })).toBeVisible();

    await page.getByRole("link", { name: "Publish at a time…" }).click();
    const year = new Date().getFullYear() + 1;
    await page.getByLabel("Appears at").fill(`${year}-01-15T09:00`);
    await button(page, "Schedule the publication").click();
    await expect(page.getByRole("region", { name: "Publication" })).toContainText(`15 Jan ${year}, 09:00`);
    await button(page, "Cancel the schedule").click();

    await button(page, "Publish").click();
    await page.getByRole("link", { name: "See it in the help centre" }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await page.goBack();
    await button(page, "Take back").click();
    await expect(page.getByText("Readers do not see this text yet.")).toBeVisible();
    await button(page, "Move to the bin").click();
    await expect(page.getByText("This article is in the bin.")).toBeVisible();
    await button(page, "Restore").click();
    await expect(button(page, "Move to the bin")).toBeVisible();
  });

  test("customers have no knowledge base on their side of the desk", async ({ page }) => {
    await signIn(page, GIULIA);
    expect((await page.request.get("/desk/knowledge")).status()).toBe(403);
  });
});
