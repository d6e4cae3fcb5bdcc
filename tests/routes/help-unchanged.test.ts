import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { makeArticle, makeTopic } from "#tests/support/help-articles";
import { routeArgs, signInAs } from "#tests/support/requests";
import { countStatements, statementsOf } from "#tests/support/statements";
import { useDatabase } from "#tests/support/use-database";
import { flushViews } from "~/domain/knowledge/count-views.server";
import { answerUnchanged } from "~/http/unchanged-help.server";
import { database } from "~/platform/db.server";
import * as article from "~/portal/help/article";

useDatabase();

let base = "";
/** Pages that were made, not answered from what is remembered. */
let made = 0;
let articleId = "";
const app = express().disable("etag");
app.use(answerUnchanged());
app.get("/help/:lang/articles/:slug", (request, response, next) => {
  made++;
  const { lang = "", slug = "" } = request.params;
  article
    .loader(routeArgs(request.path, { params: { lang, slug }, cookie: request.headers.cookie }))
    .then((answer) => {
      const { init, data } = answer as { init: ResponseInit | null; data: unknown };
      for (const [name, value] of new Headers(init?.headers)) response.setHeader(name, value);
      response.status(init?.status ?? 200).json(data);
    })
    .catch((refusal: unknown) => (refusal instanceof Response ? response.status(refusal.status).end() : next(refusal)));
});
const server = app.listen(0, "127.0.0.1");

beforeAll(async () => {
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const topic = await makeTopic("pumps");
  ({ articleId } = await makeArticle(topic, [{ title: "Replace a seal", slug: "replace-a-seal" }]));
  await makeArticle(topic, [{ title: "Is oil needed?", slug: "is-oil-needed" }]);
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterAll(async () => {
  vi.useRealTimers();
  await new Promise((resolve) => server.close(resolve));
});

const later = (seconds: number) => void vi.setSystemTime(Date.now() + seconds * 1_000);
async function ask(slug: string, headers: Record<string, string> = {}) {
  const before = made;
  const { status, headers: answered } = await fetch(`${base}/help/en/articles/${slug}`, { headers });
  return { status, etag: answered.get("etag") ?? "", cache: answered.get("cache-control"), made: made - before };
}

/** Whoever holds the page asks until the answer is remembered. */
async function hold(slug: string) {
  const { etag } = await ask(slug);
  const holding = { "if-none-match": etag };
  await ask(slug, holding);
  return holding;
}

test("who holds a page is answered without it being made: within two seconds without a statement, later by one", async () => {
  const holding = await hold("replace-a-seal");
  const again = await ask("replace-a-seal", holding);
  expect(again).toMatchObject({ status: 304, etag: holding["if-none-match"], made: 0 });
  expect(again.cache).toBe("public, max-age=60, stale-while-revalidate=600");
  expect(await countStatements(() => ask("replace-a-seal", holding))).toBe(0);
  later(3);
  const asked = await statementsOf(async () => {
    expect(await ask("replace-a-seal", holding)).toMatchObject({ status: 304, made: 0 });
  });
  expect(asked).toHaveLength(1);
  expect(asked[0]?.text).not.toMatch(/html|plain|markdown/);
  later(31);
  expect(await ask("replace-a-seal", holding)).toMatchObject({ made: 1 });
});

test("a changed text, a vote, another version in hand: the page is made anew", async () => {
  const holding = await hold("replace-a-seal");
  await database().prisma.article.update({ where: { id: articleId }, data: { helpfulYes: { increment: 1 } } });
  later(3);
  const fresh = await ask("replace-a-seal", holding);
  expect(fresh).toMatchObject({ status: 200, made: 1 });
  expect(fresh.etag).not.toBe(holding["if-none-match"]);
  expect(await ask("replace-a-seal", { "if-none-match": 'W/"other"' })).toMatchObject({ status: 200, made: 1 });
});

test("what is no longer everybody's is not there, whoever holds it", async () => {
  const holding = await hold("is-oil-needed");
  await database().prisma.article.updateMany({
    where: { texts: { some: { slugs: { some: { slug: "is-oil-needed" } } } } },
    data: { audience: "agents" },
  });
  later(3);
  expect(await ask("is-oil-needed", holding)).toMatchObject({ status: 404, made: 1 });
});

test("signed-in readers and those with a cookie of ours are never answered from what strangers see", async () => {
  const holding = await hold("replace-a-seal");
  for (const cookie of [await signInAs("giulia"), "sid=stale", "reader=x"]) {
    const answer = await ask("replace-a-seal", { ...holding, cookie });
    expect(answer).toMatchObject({ status: 200, etag: "", cache: "private, no-store", made: 1 });
  }
  expect(await ask("replace-a-seal", holding)).toMatchObject({ status: 304, made: 0 });
});

test("a look at a page that one holds is a look", async () => {
  const holding = await hold("replace-a-seal");
  await flushViews();
  const views = async () => (await database().prisma.article.findUniqueOrThrow({ where: { id: articleId } })).views;
  const before = await views();
  const browser = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" };
  await ask("replace-a-seal", { ...holding, ...browser });
  await ask("replace-a-seal", { ...holding, "user-agent": "Googlebot/2.1" });
  await ask("replace-a-seal", { ...holding, ...browser, "sec-purpose": "prefetch" });
  await flushViews();
  expect(await views()).toBe(before + 1);
});
