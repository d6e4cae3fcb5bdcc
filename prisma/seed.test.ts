import { expect, test } from "vitest";
import { useDatabase } from "#tests/support/use-database";
import type { MailTrace } from "~/domain/mailroom/mail-trace";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { listDemoAccounts } from "./seed/accounts";
import { seedDemo } from "./seed";

useDatabase({ cast: false });

test("the demo company is believable, complete and made once", async () => {
  expect(await seedDemo(systemCtx())).toBe(true);
  const { prisma } = database();
  const tickets = await prisma.ticket.findMany({ select: { locale: true, state: true, queueId: true } });
  expect(tickets.length).toBeGreaterThan(35);
  expect(new Set(tickets.map((t) => t.locale))).toEqual(new Set(["en", "it", "ro", "ru"]));
  expect(new Set(tickets.map((t) => t.state)).size).toBeGreaterThanOrEqual(6);
  expect(await prisma.merge.count()).toBe(1);
  expect(await prisma.ticket.count({ where: { deletedAt: { not: null } } })).toBe(1);
  expect(await prisma.message.count({ where: { sentAt: { gt: new Date() } } })).toBe(0);
  expect((await listDemoAccounts()).map((a) => a.role)).toEqual(["customer", "agent", "administrator"]);

  const clocks = await prisma.slaTarget.findMany({ select: { metAt: true, breachedAt: true, pausedAt: true } });
  expect(clocks.some((c) => c.metAt && !c.breachedAt)).toBe(true);
  expect(clocks.some((c) => !c.metAt && c.breachedAt)).toBe(true);
  expect(clocks.some((c) => c.pausedAt)).toBe(true);
  expect(await prisma.slaAlarm.count({ where: { doneAt: null, step: { notIn: ["warning", "breach"] } } })).toBe(0);
  expect(await prisma.routingDecision.count({ where: { kind: "rules" } })).toBeGreaterThan(10);
  expect(await prisma.contractDraw.count()).toBeGreaterThan(3);
  expect(await prisma.timeEntry.count()).toBe(5);

  const held = await prisma.mailHold.findMany({ where: { decidedAt: null }, select: { reason: true } });
  expect(held.map(({ reason }) => reason).sort()).toEqual([
    "bounce_unknown",
    "forward_unclear",
    "not_verified",
    "rule",
    "unknown_sender",
  ]);
  expect(await prisma.blockedSender.count()).toBe(2);
  expect(await prisma.inboundMail.count({ where: { outcome: "discarded", blockedBy: { not: null } } })).toBe(3);
  expect(await prisma.setting.count({ where: { key: "mail" } })).toBe(0);

  const rulesThatHeld = await prisma.mailRuleMatch.groupBy({ by: ["ruleId"] });
  expect(rulesThatHeld.length).toBeGreaterThanOrEqual(9);
  const mails = await prisma.inboundMail.findMany({ select: { outcome: true, receivedAt: true, trace: true } });
  expect(new Set(mails.map(({ outcome }) => outcome))).toEqual(
    new Set(["opened", "joined", "bounce", "filed", "discarded", null]),
  );
  for (const { trace, receivedAt } of mails)
    for (const { at } of (trace as MailTrace | null)?.stages ?? [])
      expect(Math.abs(Date.parse(at) - receivedAt.getTime())).toBeLessThan(60_000);
  expect(await prisma.message.count({ where: { channel: "mail", side: "customer", inboundId: null } })).toBe(0);
  const states = await prisma.outboundMail.groupBy({ by: ["state"] });
  expect(states.map(({ state }) => state)).toEqual(expect.arrayContaining(["bounced", "deferred"]));
  expect((await prisma.suppression.findMany()).map(({ address }) => address)).toEqual([
    "ileana.serban@electrocluj.example",
  ]);

  const jobs = await database().pool.query(
    "select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'events.dispatch'",
  );
  expect(jobs.rowCount).toBe(0);
  expect(await seedDemo(systemCtx())).toBe(false);

  await helpCentre();
}, 120_000);

async function helpCentre(): Promise<void> {
  const { prisma } = database();
  const now = new Date();
  const published = { publishedVersionId: { not: null } };
  const count = (kind: "article" | "faq", locale: string) =>
    prisma.articleText.count({ where: { locale, article: { kind, audience: "public" }, ...published } });
  expect(await count("article", "en")).toBeGreaterThanOrEqual(40);
  expect(await count("faq", "en")).toBeGreaterThanOrEqual(60);
  for (const locale of ["it", "ro", "ru"])
    expect((await count("article", locale)) + (await count("faq", locale))).toBeGreaterThanOrEqual(20);
  for (const audience of ["customers", "organizations", "agents"] as const)
    expect(await prisma.article.count({ where: { audience, texts: { some: published } } })).toBeGreaterThan(0);

  const texts = await prisma.articleText.findMany({ include: { publishedVersion: true } });
  expect(texts.some(({ work, publishedVersionId }) => work === "draft" && !publishedVersionId)).toBe(true);
  expect(texts.some(({ work, publishedVersionId }) => work === "draft" && publishedVersionId)).toBe(true);
  expect(texts.filter(({ work }) => work === "in_review")).toHaveLength(1);
  expect(texts.filter(({ scheduledVersionId, publishAt }) => scheduledVersionId && publishAt > now)).toHaveLength(1);
  expect(texts.filter(({ staleSince }) => staleSince).map(({ locale }) => locale)).toEqual(["ru"]);
  expect(await prisma.article.count({ where: { reviewBy: { lt: now } } })).toBe(2);
  for (const { publishedVersion, publishedAt } of texts) {
    if (!publishedVersion) continue;
    expect(publishedVersion.plain.length).toBeGreaterThan(40);
    expect(publishedAt?.getTime()).toBeLessThan(now.getTime());
    expect(publishedVersion.createdAt.getTime()).toBeLessThan(now.getTime());
  }
  expect(await prisma.articleImage.count()).toBeGreaterThanOrEqual(9);

  const news = await prisma.news.findMany({ select: { kind: true, solvedAt: true, texts: true } });
  expect(news.filter(({ kind }) => kind === "news")).toHaveLength(4);
  expect(news.filter(({ kind, solvedAt }) => kind === "problem" && !solvedAt)).toHaveLength(1);
  expect(news.filter(({ kind, solvedAt }) => kind === "problem" && solvedAt)).toHaveLength(1);
  for (const { texts } of news) expect(Object.keys(texts as object).sort()).toEqual(["en", "it", "ro", "ru"]);

  expect(await prisma.searchIntention.count({ where: { results: 0 } })).toBeGreaterThan(20);
  expect(await prisma.searchIntention.count({ where: { opened: { not: null } } })).toBeGreaterThan(100);
  expect(await prisma.articleVote.count({ where: { helpful: false, comment: { not: "" }, doneAt: null } })).toBe(8);
  expect(await prisma.articleDay.count()).toBeGreaterThan(1_000);
}
