import { beforeAll, describe, expect, test } from "vitest";
import { organizations } from "#tests/support/cast";
import { makeArticle, makeTopic } from "#tests/support/help-articles";
import { routeArgs, signInAs } from "#tests/support/requests";
import { useDatabase } from "#tests/support/use-database";
import { flushViews } from "~/domain/knowledge/count-views.server";
import { LOCALES } from "~/i18n/config";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import * as article from "~/portal/help/article";
import * as faq from "~/portal/help/faq";
import * as faqs from "~/portal/help/faqs";
import * as file from "~/portal/help/file";
import type { HelpHead } from "~/portal/help/help-head";
import * as home from "~/portal/help/home";
import * as sitemap from "~/portal/help/sitemap-index";
import * as topic from "~/portal/help/topic";
import * as vote from "~/portal/help/vote";
import * as news from "~/portal/news/show";

useDatabase();

const OIL = '<p>See <a href="/help/en/faq">the others</a> and <a href="https://a.example/">a site</a>.</p>';

type Loaded = { status: number; headers: Headers; text: string; data: Record<string, never> };
type Handler = (args: ReturnType<typeof routeArgs>) => Promise<unknown>;

/** How a help page's loader answered: status, headers and everything it says. */
async function ask(handler: Handler, path: string, params: Record<string, string>, cookie?: string): Promise<Loaded> {
  const args = routeArgs(path, { params, cookie });
  const answer: unknown = await handler(args).catch((thrown: unknown) => thrown);
  if (answer instanceof Response)
    return { status: answer.status, headers: answer.headers, text: await answer.clone().text(), data: {} };
  if (answer instanceof Error) throw answer;
  const { data, init } = answer as { data: Record<string, never>; init: ResponseInit | null };
  return { status: init?.status ?? 200, headers: new Headers(init?.headers), text: JSON.stringify(data), data };
}

const read = (slug: string, cookie?: string, lang = "en") =>
  ask(article.loader, `/help/${lang}/articles/${slug}`, { lang, slug }, cookie);
const start = (cookie?: string) => ask(home.loader, "/help/en", { lang: "en" }, cookie);
const inTopic = (slug: string, cookie?: string) =>
  ask(topic.loader, `/help/en/topics/${slug}`, { lang: "en", slug }, cookie);

let publicId = "";
let secretImage = "";
let publicImage = "";

beforeAll(async () => {
  const repairs = await makeTopic("repairs", { position: 1 });
  const secret = await makeTopic("contracts", { position: 2 });
  const open = await makeArticle(repairs, [
    { title: "Replace a seal", slug: "replace-a-seal", html: "<p>Turn it </script><b>off</b>.</p>" },
    { locale: "it", title: "Sostituire una tenuta", slug: "sostituire-una-tenuta" },
  ]);
  publicId = open.articleId;
  await makeArticle(repairs, [{ title: "Only English", slug: "only-english" }]);
  await makeArticle(repairs, [{ title: "Taken back", slug: "taken-back", published: false }]);
  await makeArticle(repairs, [{ title: "For customers", slug: "for-customers" }], { audience: "customers" });
  await makeArticle(repairs, [{ title: "For agents", slug: "for-agents" }], { audience: "agents" });
  const hidden = await makeArticle(repairs, [{ title: "Marchetti special", slug: "marchetti-special" }], {
    audience: "organizations",
    organizationIds: [organizations.marchetti.id],
  });
  await makeArticle(secret, [{ title: "Marchetti terms", slug: "marchetti-terms" }], {
    audience: "organizations",
    organizationIds: [organizations.marchetti.id],
  });
  await makeArticle(repairs, [{ title: "Withdrawn secret", slug: "withdrawn-secret", published: false }], {
    audience: "organizations",
    organizationIds: [organizations.marchetti.id],
  });
  await makeArticle(repairs, [{ title: "Is oil needed?", slug: "is-oil-needed", html: OIL }], { kind: "faq" });
  const { prisma } = database();
  await prisma.articleRelated.create({
    data: { articleId: open.articleId, relatedId: hidden.articleId, position: 0, chosen: true },
  });
  for (const [articleId, keep] of [
    [hidden.articleId, (id: string) => (secretImage = id)],
    [open.articleId, (id: string) => (publicImage = id)],
  ] as const) {
    const [fileId, id] = [newId(), newId()];
    await prisma.storedFile.create({
      data: { id: fileId, sha256: fileId.padEnd(64, "0"), size: 3, createdAt: new Date() },
    });
    await prisma.articleImage.create({
      data: { id, articleId, fileId, name: "a.png", type: "image/png", createdAt: new Date() },
    });
    keep(id);
  }
});

describe("how an address is spelt", () => {
  test("in capitals or with a slash behind it leads to the one spelling, questions and all", async () => {
    const asked = (path: string, lang = "en") => ask(article.loader, path, { lang, slug: "replace-a-seal" });
    for (const path of ["/help/EN/Articles/Replace-A-Seal", "/help/en/articles/replace-a-seal/"]) {
      const { status, headers } = await asked(`${path}?From=Mail`);
      expect([status, headers.get("location")]).toEqual([301, "/help/en/articles/replace-a-seal?From=Mail"]);
      expect(headers.get("cache-control")).toBe("public, max-age=60, stale-while-revalidate=600");
    }
    expect((await asked("/help/en/articles/replace-a-seal?From=Mail")).status).toBe(200);
    expect((await ask(article.loader, "/help/en/articles/%D0%9F", { lang: "en", slug: "П" })).status).toBe(404);
    const elsewhere = await ask(article.loader, "//evil.example/help/EN/", { lang: "EN", slug: "x" });
    expect([elsewhere.status, elsewhere.headers.get("location")]).toEqual([404, null]);
  });

  test("what no database can hold is nowhere", async () => {
    for (const loader of [article.loader, faq.loader, topic.loader, news.loader])
      expect((await ask(loader, "/help/en/x/%00", { lang: "en", slug: "a\0b" })).status).toBe(404);
  });
});

test("search engines get what they ask of articles and questions, with whole addresses", async () => {
  const of = async (page: Loaded) => (page.data.head as unknown as HelpHead).data.at(-1);
  const company = { "@type": "Organization", name: expect.any(String) as string, url: "http://localhost:3000/" };
  const iso = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/) as string;
  expect(await of(await read("replace-a-seal"))).toMatchObject({
    "@type": "Article",
    headline: "Replace a seal",
    author: company,
    publisher: company,
    datePublished: iso,
    dateModified: iso,
    mainEntityOfPage: "http://localhost:3000/help/en/articles/replace-a-seal",
  });
  expect(await of(await ask(faq.loader, "/help/en/faq/is-oil-needed", { lang: "en", slug: "is-oil-needed" }))).toEqual({
    "@context": "https://schema.org",
    "@type": "FAQPage",
    mainEntity: [
      {
        "@type": "Question",
        name: "Is oil needed?",
        acceptedAnswer: {
          "@type": "Answer",
          text: '<p>See <a href="http://localhost:3000/help/en/faq">the others</a> and <a href="https://a.example/">a site</a>.</p>',
        },
      },
    ],
  });
});

describe("what caches may keep", () => {
  test("a stranger's page is anybody's for a minute, named by what is on it", async () => {
    const { status, headers } = await read("replace-a-seal");
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("public, max-age=60, stale-while-revalidate=600");
    expect(headers.get("etag")).toMatch(/^W\/".+"$/);
    expect(headers.get("vary")).toBe("Cookie");
    expect((await read("replace-a-seal", "lang=ru; tz=Europe%2FRome")).headers.get("etag")).toBe(headers.get("etag"));
  });

  test.each([
    ["article", (cookie: string) => read("replace-a-seal", cookie)],
    ["home", start],
    ["topic", (cookie: string) => inTopic("repairs", cookie)],
    ["faqs", (cookie: string) => ask(faqs.loader, "/help/en/faq", { lang: "en" }, cookie)],
  ] as const)("%s: with a session or a cookie of ours it is nobody's", async (_, page) => {
    for (const cookie of [
      await signInAs("giulia"),
      await signInAs("sara"),
      "sid=stale",
      "reader=x",
      "__Host-toast=x",
    ]) {
      const { headers } = await page(cookie);
      expect([cookie, headers.get("cache-control"), headers.get("etag")]).toEqual([cookie, "private, no-store", null]);
    }
  });

  test("what the page is made of is not listed for a browser that never asks", async () => {
    const { data, text } = await read("replace-a-seal");
    expect(Object.keys(data)).toEqual([]);
    expect(data.page).toMatchObject({ article: { title: "Replace a seal" } });
    expect(text).toContain("Replace a seal");
  });

  test("refusals, and what is gone, are kept by nobody", async () => {
    expect((await read("taken-back")).headers.get("cache-control")).toBe("private, no-store");
    for (const refused of [await read("nothing"), await ask(file.loader, "/help/files/x/a.png", { imageId: "x" })])
      expect([refused.status, refused.headers.get("cache-control")]).toEqual([404, "private, no-store"]);
  });
});

describe("what is not for everybody", () => {
  const HIDDEN = ["for-customers", "for-agents", "marchetti-special", "marchetti-terms", "withdrawn-secret"];

  test("is not there for a stranger, just as what never was", async () => {
    const never = await read("never-was");
    for (const slug of HIDDEN) {
      const { status, text } = await read(slug);
      expect([slug, status, text]).toEqual([slug, never.status, never.text]);
    }
    expect(never.status).toBe(404);
  });

  test("shows in no list, count, tree, related list or sitemap", async () => {
    const pages = [
      await start(),
      await read("replace-a-seal"),
      await inTopic("repairs"),
      await ask(sitemap.loader, "/sitemap.xml", {}, await signInAs("giulia")),
    ];
    for (const { status, text } of pages) {
      expect(status).toBe(200);
      expect(text).not.toMatch(/special|terms|for-agents|for-customers|withdrawn|contracts/i);
    }
    expect(pages[0]?.text).toContain('"count":3');
    expect((await inTopic("contracts")).status).toBe(404);
  });

  test("changes nothing in a stranger's ETag", async () => {
    const tags = async () => [(await start()).headers.get("etag"), (await read("replace-a-seal")).headers.get("etag")];
    const before = await tags();
    const { prisma } = database();
    await prisma.articleVersion.updateMany({ where: { slug: "marchetti-special" }, data: { title: "Other words" } });
    const category = await prisma.articleCategory.findFirstOrThrow({ where: { slug: "repairs" } });
    await makeArticle(category.id, [{ title: "One more", slug: "one-more-secret" }], { audience: "agents" });
    expect(await tags()).toEqual(before);
    await prisma.articleVersion.updateMany({
      where: { slug: "marchetti-special" },
      data: { title: "Marchetti special" },
    });
  });

  test("is there for whom it is for", async () => {
    const who = async (name: "giulia" | "paolo" | "hana" | "sara") => {
      const cookie = await signInAs(name);
      const statuses = [];
      for (const slug of ["for-customers", "for-agents", "marchetti-special"])
        statuses.push((await read(slug, cookie)).status);
      return statuses;
    };
    expect(await who("giulia")).toEqual([200, 404, 200]);
    expect(await who("paolo")).toEqual([200, 404, 200]);
    expect(await who("hana")).toEqual([200, 404, 404]);
    expect(await who("sara")).toEqual([200, 200, 200]);
    expect((await read("replace-a-seal", await signInAs("giulia"))).text).toContain("marchetti-special");
  });

  test("pictures follow their article", async () => {
    const get = (imageId: string, cookie?: string) =>
      ask(
        (args) => file.loader({ ...args, request: new Request(args.request, { method: "HEAD" }) }),
        `/help/files/${imageId}/a.png`,
        { imageId, name: "a.png" },
        cookie,
      );
    const shown = await get(publicImage);
    expect([shown.status, shown.headers.get("cache-control")]).toEqual([200, "public, max-age=600"]);
    expect(shown.headers.get("content-security-policy")).toMatch(/^sandbox/);
    expect((await get(secretImage)).status).toBe(404);
    expect((await get(secretImage, await signInAs("hana"))).status).toBe(404);
    const own = await get(secretImage, await signInAs("giulia"));
    expect([own.status, own.headers.get("cache-control")]).toEqual([200, "private, no-cache"]);
  });
});

describe("addresses", () => {
  test("older ones, ids, other languages and the other kind lead to the one that counts", async () => {
    await database().prisma.articleSlug.create({
      data: {
        locale: "en",
        slug: "change-a-seal",
        current: false,
        createdAt: new Date(),
        textId: (await database().prisma.articleText.findFirstOrThrow({ where: { articleId: publicId, locale: "en" } }))
          .id,
      },
    });
    const to = async (slug: string, lang = "en") => {
      const { status, headers } = await read(slug, undefined, lang);
      return [status, headers.get("location")];
    };
    expect(await to("change-a-seal")).toEqual([301, "/help/en/articles/replace-a-seal"]);
    expect(await to(publicId, "it")).toEqual([301, "/help/it/articles/sostituire-una-tenuta"]);
    expect(await to("replace-a-seal", "it")).toEqual([301, "/help/it/articles/sostituire-una-tenuta"]);
    expect(await to("is-oil-needed")).toEqual([301, "/help/en/faq/is-oil-needed"]);
  });

  test("a renamed topic's older address leads to it in every language, for any cache to keep for a minute", async () => {
    const { prisma } = database();
    const { id: categoryId } = await prisma.articleCategory.findUniqueOrThrow({ where: { slug: "repairs" } });
    await prisma.articleCategorySlug.create({ data: { slug: "mending", categoryId, createdAt: new Date() } });
    const older = (lang: string, cookie?: string) =>
      ask(topic.loader, `/help/${lang}/topics/mending`, { lang, slug: "mending" }, cookie);
    for (const lang of LOCALES) {
      const { status, headers } = await older(lang);
      expect([status, headers.get("location")]).toEqual([301, `/help/${lang}/topics/repairs`]);
      expect(headers.get("cache-control")).toContain("public, max-age=60");
    }
    const { status, headers } = await older("en", await signInAs("giulia"));
    expect([status, headers.get("cache-control")]).toEqual([301, "private, no-store"]);
  });

  test("a missing translation shows the text there is, and search engines are sent to that", async () => {
    const { status, data } = await read("only-english", undefined, "ru");
    expect(status).toBe(200);
    expect(data).toMatchObject({
      page: { article: { locale: "en", title: "Only English" } },
      head: { canonical: expect.stringMatching(/\/help\/en\/articles\/only-english$/) },
    });
  });

  test("what was taken back says so; an unknown language is nothing", async () => {
    expect((await read("taken-back")).status).toBe(410);
    expect((await read("replace-a-seal", undefined, "de")).status).toBe(404);
  });

  test("the sitemap names every language of what is public", async () => {
    const { text } = await ask(sitemap.loader, "/sitemap.xml", {});
    expect(text).toMatch(/<loc>[^<]*\/help\/it\/articles\/sostituire-una-tenuta<\/loc>/);
    expect(text).toMatch(/hreflang="x-default" href="[^"]*\/help\/en\/articles\/replace-a-seal"/);
    expect(text).not.toContain("taken-back");
  });

  test("search engines are told what a page is", async () => {
    const told = await read("replace-a-seal");
    expect(told.data).toMatchObject({
      head: {
        data: [{ "@type": "BreadcrumbList" }, { "@type": "Article", headline: "Replace a seal" }],
        languages: [{ hreflang: "en" }, { hreflang: "it" }, { hreflang: "x-default" }],
      },
    });
    const asked = await ask(faq.loader, "/help/en/faq/is-oil-needed", { lang: "en", slug: "is-oil-needed" });
    expect(asked.data).toMatchObject({
      head: { data: [{}, { "@type": "FAQPage", mainEntity: [{ "@type": "Question" }] }] },
    });
    const list = await ask(faqs.loader, "/help/en/faq", { lang: "en" });
    expect(list.data).toMatchObject({ head: { data: [{ "@type": "FAQPage" }] } });
    expect((await read("for-customers", await signInAs("giulia"))).data).toMatchObject({ head: null });
  });
});

describe("votes and views", () => {
  const cast = async (fields: Record<string, string>, cookie?: string) => {
    const set: string[] = [];
    const args = routeArgs(`/help/votes/${publicId}`, {
      method: "POST",
      body: new URLSearchParams({ locale: "en", ...fields }),
      params: { articleId: publicId },
      cookie,
      headers: { referer: "http://localhost:3000/help/en/articles/replace-a-seal" },
    });
    args.context.setCookie = (one) => void set.push(one);
    const answer = (await vote.action(args)) as Response;
    return { status: answer.status, location: answer.headers.get("location"), cookie: set[0]?.split(";")[0] };
  };
  const sums = () =>
    database().prisma.article.findUniqueOrThrow({
      where: { id: publicId },
      select: { helpfulYes: true, helpfulNo: true },
    });

  test("one per reader, changeable; a stranger by the hash of a cookie", async () => {
    const first = await cast({ helpful: "yes" });
    expect(first).toMatchObject({ status: 303, location: "/help/en/articles/replace-a-seal#vote" });
    expect(await sums()).toEqual({ helpfulYes: 1, helpfulNo: 0 });
    const again = await cast({ helpful: "no", reason: "unclear", comment: "Which way?" }, first.cookie);
    expect(again.cookie).toBeUndefined();
    expect(await sums()).toEqual({ helpfulYes: 0, helpfulNo: 1 });
    const giulia = await signInAs("giulia");
    await cast({ helpful: "yes" }, giulia);
    await cast({ helpful: "yes" }, giulia);
    expect(await sums()).toEqual({ helpfulYes: 1, helpfulNo: 1 });
    const readers = await database().prisma.articleVote.findMany({ orderBy: { reader: "asc" } });
    expect(readers.map(({ reader, reason, comment }) => [reader.replace(/:.*/, ""), reason, comment])).toEqual([
      ["guest", "unclear", "Which way?"],
      ["person", null, ""],
    ]);
    expect(readers[0]?.reader).not.toContain(first.cookie?.split("=")[1]);
    expect((await read("replace-a-seal", first.cookie)).data).toMatchObject({ page: { vote: { helpful: false } } });
  });

  test("nobody votes on what they may not read", async () => {
    const hidden = await database().prisma.articleSlug.findFirstOrThrow({
      where: { slug: "marchetti-special" },
      select: { text: { select: { articleId: true } } },
    });
    const args = routeArgs("/help/votes/x", {
      method: "POST",
      body: new URLSearchParams({ locale: "en", helpful: "yes" }),
      params: { articleId: hidden.text.articleId },
    });
    await expect(vote.action(args)).rejects.toMatchObject({ status: 404 });
  });

  test("views are counted by day and language, not those of staff, machines and pages fetched ahead", async () => {
    await flushViews();
    const views = () =>
      database().prisma.article.findUniqueOrThrow({ where: { id: publicId }, select: { views: true } });
    const { views: before } = await views();
    const browser = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" };
    const look = (headers: Record<string, string>, cookie?: string) =>
      article.loader(
        routeArgs("/help/en/articles/replace-a-seal", {
          headers,
          cookie,
          params: { lang: "en", slug: "replace-a-seal" },
        }),
      );
    await look(browser);
    await look(browser, await signInAs("giulia"));
    await look(browser, await signInAs("sara"));
    await look({ "user-agent": "Googlebot/2.1" });
    await look({ ...browser, "sec-purpose": "prefetch" });
    await Promise.all([flushViews(), flushViews()]);
    expect((await views()).views).toBe(before + 2);
    const day = await database().prisma.articleDay.findFirstOrThrow({ where: { articleId: publicId, locale: "en" } });
    expect(day.views).toBeGreaterThanOrEqual(2);
  });
});
