import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "~/platform/db.server";
import { systemCtx } from "~/platform/ctx.server";
import { cast, castCtx, queues } from "#tests/support/cast";
import { ask, makeRule } from "#tests/support/mail-rules";
import { sendMail, workMail } from "#tests/support/mailroom";
import { useDatabase } from "#tests/support/use-database";
import { reprocessMail } from "../reprocess-mail.server";
import { startSmtpReceiver } from "../start-smtp-receiver.server";
import { dryRunMailRules } from "./dry-run-mail-rules.server";
import { listMailRuleFigures } from "./list-mail-rule-figures.server";
import { saveMailRules } from "./save-mail-rules.server";

useDatabase();
const SUPPORT = queues.repairs.address;
const db = () => database().prisma;
const ada = () => castCtx("ada");
let receiver: Awaited<ReturnType<typeof startSmtpReceiver>>;
beforeAll(async () => void (receiver = await startSmtpReceiver({ host: "127.0.0.1", port: 0 })));
afterAll(() => receiver.stop());

let sent = 0;
async function take(over: { from?: string; to?: string; subject?: string; text?: string } = {}): Promise<string> {
  await sendMail(receiver.port, {
    from: cast.giulia.email,
    to: SUPPORT,
    subject: "The pump",
    text: "Good morning, the pump has stopped again.",
    messageId: `<dry.${(sent += 1)}@client.example>`,
    ...over,
  });
  await workMail();
  const row = await db().inboundMail.findFirstOrThrow({ orderBy: { id: "desc" }, select: { id: true } });
  return row.id;
}
const rowOf = (id: string) => db().inboundMail.findUniqueOrThrow({ where: { id }, include: { hold: true } });

test("what a dry run says is what happens when the rules are saved and the mails are processed again", async () => {
  const wait = makeRule(1, {}, { quarantine: true });
  await saveMailRules(ada(), { base: 0, rules: [wait] });
  const ids = {
    plain: await take({ subject: "A question" }),
    order: await take({ from: "shop@orders.example", subject: "Order AB-12", text: "Serial AQ-1, please ship soon." }),
    spam: await take({ from: "win@prize.example", subject: "You have won", to: queues.billing.address }),
    waits: await take({ from: "x@y.example", subject: "Look at this program" }),
    file: await take({ from: "bank@bank.example", subject: "Statement 11" }),
  };
  expect((await rowOf(ids.order)).stage).toBe("held");

  const rules = [
    makeRule(2, { all: [ask("domain", "is", "prize.example")] }, { discard: true }),
    makeRule(3, { all: [ask("subject", "contains", "program"), ask("known", "in", "unknown")] }, { quarantine: true }),
    makeRule(4, { all: [ask("from", "is", "bank@bank.example")] }, { file: "contact" }),
    makeRule(
      5,
      { all: [ask("subject", "matches", "order (?<order>\\S+)")] },
      {
        queueId: queues.billing.id,
        priority: "urgent",
        tags: ["order {{order}}"],
        stop: true,
      },
    ),
    makeRule(6, { any: [ask("known", "in", "customer")] }, { tags: ["seen"] }),
  ];
  const before = await counted();
  const run = await dryRunMailRules(ada(), rules, 500);
  expect(await counted()).toEqual(before);
  expect(run).toMatchObject({ version: 1, asked: 500, stopped: false, mails: 5, differing: 4 });
  const said = new Map(run.shown.map((difference) => [difference.id, difference.after]));
  expect(run.addresses).toEqual([
    { address: SUPPORT, mails: 4, differing: 3, before: 4, after: 4 },
    { address: queues.billing.address, mails: 1, differing: 1, before: 1, after: 1 },
  ]);
  expect(run.rules).toEqual([
    ...rules.map(({ id }) => ({ ruleId: id, before: 0, after: 1 })),
    { ruleId: wait.id, before: 5, after: 0 },
  ]);
  expect(said.has(ids.waits)).toBe(false);

  await saveMailRules(ada(), { base: 1, rules });
  for (const id of Object.values(ids)) await reprocessMail(ada(), id);
  await workMail();

  const ticketOf = async (id: string) =>
    db().ticket.findUniqueOrThrow({
      where: { id: (await rowOf(id)).threadId! },
      include: { tags: { select: { tag: { select: { name: true } } } } },
    });
  expect(said.get(ids.plain)).toMatchObject({ result: "new", queueId: queues.repairs.id, tags: ["seen"] });
  expect(await ticketOf(ids.plain)).toMatchObject({ queueId: queues.repairs.id, tags: [{ tag: { name: "seen" } }] });
  expect(said.get(ids.order)).toMatchObject({ result: "new", queueId: queues.billing.id, tags: ["order ab-12"] });
  expect(await ticketOf(ids.order)).toMatchObject({
    queueId: queues.billing.id,
    priority: "urgent",
    tags: [{ tag: { name: "order ab-12" } }],
  });
  expect(said.get(ids.spam)?.result).toBe("discarded");
  expect(await rowOf(ids.spam)).toMatchObject({ stage: "done", outcome: "discarded", threadId: null });
  expect(await rowOf(ids.waits)).toMatchObject({ stage: "held", threadId: null });
  expect(said.get(ids.file)).toMatchObject({ result: "filed", file: "contact", queueId: null });
  expect(await rowOf(ids.file)).toMatchObject({ outcome: "filed", threadId: null });

  const again = await dryRunMailRules(ada(), rules, 500);
  expect(again).toMatchObject({ mails: 5, differing: 0, shown: [] });
});

test("a dry run looks at no more than it was asked for, newest first, and leaves out what rules never meet", async () => {
  const { rules } = (await db().mailRuleSet.findFirstOrThrow({ orderBy: { version: "desc" } })) as unknown as {
    rules: ReturnType<typeof makeRule>[];
  };
  await take({ subject: "The newest" });
  const run = await dryRunMailRules(ada(), [makeRule(9, {}, { priority: "low" }), ...rules], 1);
  expect(run.shown.map(({ subject }) => subject)).toEqual(["The newest"]);
  expect(run).toMatchObject({ asked: 1, mails: 1 });
  await db().inboundMail.updateMany({ where: { subject: "The newest" }, data: { blockedBy: "@y.example" } });
  expect((await dryRunMailRules(ada(), [], 1_000_000)).mails).toBe(5);
  await expect(dryRunMailRules(castCtx("sara"), [], 10)).rejects.toMatchObject({ kind: "forbidden" });
});

test("figures count the matches of 30 days by rule and address", async () => {
  const id = makeRule(5, {}).id;
  const figures = await listMailRuleFigures(ada(), [id, makeRule(9, {}).id]);
  expect(figures.get(id)).toMatchObject({ matches: 1, addresses: [{ address: SUPPORT, matches: 1 }] });
  expect(figures.size).toBe(1);
  const later = { ...ada(), now: new Date(systemCtx().now.getTime() + 31 * 86_400_000) };
  expect((await listMailRuleFigures(later, [id])).size).toBe(0);
});

const counted = async () => ({
  tickets: await db().ticket.count(),
  mails: await db().outboundMail.count(),
  held: await db().mailHold.count(),
  matches: await db().mailRuleMatch.count(),
  events: await db().event.count(),
});
