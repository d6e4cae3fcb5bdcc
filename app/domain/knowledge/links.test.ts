import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freezeClock } from "~/platform/clock.server";
import { forgetConfig } from "~/platform/config.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { clearArticles, makeArticle, makeCategory, makePublished, writeDraft } from "#tests/support/articles";
import { castCtx, STORY_TIME } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { checkLinksOf } from "./check-links-of.server";
import { checkLinks } from "./check-links.server";
import { deleteArticle } from "./delete-article.server";
import { listBrokenLinks } from "./list-broken-links.server";
import { publishText } from "./publish-text.server";
import { restoreArticle } from "./restore-article.server";
import { unpublishText } from "./unpublish-text.server";

useDatabase();
const db = () => database().prisma;
const NOBODY = "01900000-0000-7000-8000-00000000000a";
let site: Server;
let origin = "";
let asked: string[] = [];

beforeEach(async () => {
  freezeClock(STORY_TIME);
  await clearArticles();
  asked = [];
  site = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(`${request.method} ${path}`);
    const status = Number(/^\/(\d{3})/.exec(path)?.[1] ?? 200);
    const headless = path.endsWith("/headless") && request.method === "HEAD";
    const location = /\?to=(.+)$/.exec(path)?.[1];
    response.writeHead(headless ? 405 : status, location ? { location: decodeURIComponent(location) } : {}).end();
  });
  await new Promise<void>((ready) => site.listen(0, "127.0.0.1", ready));
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterEach(async () => {
  delete process.env.WEBHOOK_PRIVATE;
  forgetConfig();
  site.closeAllConnections();
  await new Promise((closed) => site.close(closed));
});

const broken = async () =>
  Object.fromEntries((await listBrokenLinks(castCtx("elena"), null)).rows.map(({ url, result }) => [url, result]));
const results = async () =>
  Object.fromEntries((await db().articleLink.findMany()).map(({ url, result, status }) => [url, [result, status]]));

describe("links to this site", () => {
  it("finds what is not there, not published, deleted, or for fewer readers", async () => {
    const categoryId = await makeCategory({ name: "Deliveries" });
    const there = await makePublished({ categoryId, title: "There" });
    const draft = await makeArticle({ categoryId, title: "A draft" });
    const bin = await makePublished({ categoryId, title: "In the bin" });
    await deleteArticle(castCtx("ada"), bin);
    const inside = await makePublished({ categoryId, title: "For agents", audience: "agents" });
    const links = [
      `article:${there}`,
      `article:${there}#part`,
      `article:${draft}`,
      `article:${bin}`,
      `article:${inside}`,
      `article:${NOBODY}`,
      "/help/en/articles/there?x=1#part",
      "/help/en/articles/nowhere",
      "/help/en/faq/in-the-bin",
      `/help/en/articles/${there}`,
      "/help/en/topics/deliveries",
      "/help/it/topics/nothing",
      "/help/en/news/nothing",
      "/help/en",
      "/tickets/new",
    ];
    const markdown = `${links.map((url) => `[x](${url})`).join(" ")} ![x](image:${NOBODY})`;
    await makePublished({ categoryId, title: "Links", markdown });
    await checkLinks(systemCtx());
    expect(await broken()).toEqual({
      [`article:${draft}`]: "gone",
      [`article:${bin}`]: "gone",
      [`article:${inside}`]: "refused",
      [`article:${NOBODY}`]: "missing",
      "/help/en/articles/nowhere": "missing",
      "/help/en/faq/in-the-bin": "gone",
      "/help/it/topics/nothing": "missing",
      "/help/en/news/nothing": "missing",
      [`image:${NOBODY}`]: "missing",
    });
  });

  it("follows a renamed article, and hears at once when one is taken back, deleted, restored and published", async () => {
    const ctx = castCtx("ada");
    const categoryId = await makeCategory({ name: "Deliveries" });
    const target = await makePublished({ categoryId, title: "Target" });
    await makePublished({ categoryId, title: "A", markdown: `[x](article:${target}) [y](/help/en/articles/target)` });
    const hear = async () => {
      const data = { path: ["articleId"], equals: target };
      const event = await db().event.findFirstOrThrow({ where: { type: { startsWith: "article." }, data } });
      for (let i = 0; i < 2; i++) await checkLinksOf(systemCtx(), event.id);
      return [...new Set(Object.values(await broken()))];
    };
    await writeDraft(ctx, target, { slug: "renamed" });
    await publishText(ctx, { articleId: target, locale: "en" });
    expect(await hear()).toEqual([]);
    await unpublishText(ctx, { articleId: target, locale: "en" });
    expect(await hear()).toEqual(["gone"]);
    await publishText(ctx, { articleId: target, locale: "en" });
    expect(await hear()).toEqual([]);
    await deleteArticle(ctx, target);
    expect(await hear()).toEqual(["gone"]);
    await restoreArticle(ctx, { articleId: target });
    expect(await hear()).toEqual([]);
  });

  it("remembers since when a link is broken, and forgets links that the text no longer has", async () => {
    const ctx = castCtx("ada");
    const categoryId = await makeCategory({ name: "Deliveries" });
    const articleId = await makePublished({ categoryId, markdown: `[x](article:${NOBODY})` });
    await checkLinks(systemCtx());
    const later = new Date(Date.parse(STORY_TIME) + 86_400_000);
    await checkLinks(systemCtx({ now: later }));
    const [row] = (await listBrokenLinks(ctx, null)).rows;
    expect(row).toMatchObject({ articleId, title: "Claiming damage", locale: "en" });
    expect(row).toMatchObject({ brokenSince: new Date(STORY_TIME), checkedAt: later });
    await writeDraft(ctx, articleId, { markdown: "No link." });
    await publishText(ctx, { articleId, locale: "en" });
    expect(await db().articleLink.count()).toBe(0);
  });
});

describe("links to other sites", () => {
  it("asks each page once: HEAD, then GET; follows redirects; tells missing, refused and unreachable apart", async () => {
    process.env.WEBHOOK_PRIVATE = "1";
    forgetConfig();
    const categoryId = await makeCategory({ name: "Deliveries" });
    const paths = [
      "/200",
      "/200/headless",
      "/404",
      "/410",
      "/403",
      "/500",
      `/302?to=${encodeURIComponent("/404")}`,
      "/301?to=/200",
    ];
    const markdown = [...paths.map((path) => `[x](${origin}${path})`), "[y](http://127.0.0.1:1/)"].join(" ");
    await makePublished({ categoryId, title: "One", markdown });
    await makePublished({ categoryId, title: "Two", markdown: `[x](${origin}/200)` });
    await checkLinks(systemCtx());
    const found = await results();
    expect(found).toEqual({
      [`${origin}/200`]: ["ok", 200],
      [`${origin}/200/headless`]: ["ok", 200],
      [`${origin}/404`]: ["missing", 404],
      [`${origin}/410`]: ["missing", 410],
      [`${origin}/403`]: ["refused", 403],
      [`${origin}/500`]: ["unreachable", 500],
      [`${origin}/302?to=%2F404`]: ["missing", 404],
      [`${origin}/301?to=/200`]: ["ok", 200],
      "http://127.0.0.1:1/": ["unreachable", null],
    });
    expect(asked.filter((line) => line === "HEAD /200")).toHaveLength(2); // itself, and as the end of a redirect
    expect(asked).toContain("GET /200/headless");
    asked = [];
    await checkLinks(systemCtx());
    expect(asked).toEqual([]);
  });

  it("never asks inside the own network", async () => {
    const categoryId = await makeCategory({ name: "Deliveries" });
    const port = (site.address() as AddressInfo).port;
    await makePublished({ categoryId, markdown: `[x](${origin}/200) [y](http://localhost:${port}/200)` });
    await checkLinks(systemCtx());
    expect(asked).toEqual([]);
    expect(new Set(Object.values(await broken()))).toEqual(new Set(["unsafe"]));
  });
});
