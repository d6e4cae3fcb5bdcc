import { describe, expect, test } from "vitest";
import { emptyMailroom, listTickets, said, setMail, stageOf, take, useRules } from "#tests/support/arriving-mail";
import { cast, queues } from "#tests/support/cast";
import { makeRule } from "#tests/support/mail-rules";
import { useDatabase } from "#tests/support/use-database";
import { database } from "~/platform/db.server";

useDatabase();
emptyMailroom();
const db = () => database().prisma;

describe("a mail waits for a person", () => {
  test("when its DMARC failed, unless the settings only mark it; what could not be looked at is not held", async () => {
    const failed = await take({ headers: said("fail", "marchetti.example") });
    expect(failed).toMatchObject({
      stage: "held",
      outcome: null,
      queueId: queues.repairs.id,
      hold: { reason: "not_verified", data: {}, queueId: queues.repairs.id, decidedAt: null },
    });
    expect(stageOf(failed, "route")).toMatchObject({ result: "held", hold: "not_verified" });
    expect(await listTickets()).toEqual([]);
    expect(await db().outboundMail.count()).toBe(0);

    await setMail({ dmarcFail: "mark" });
    expect(await take({ headers: said("fail", "marchetti.example") })).toMatchObject({ outcome: "opened", hold: null });
    await setMail();
    expect(await take({ headers: said("pass", "marchetti.example") })).toMatchObject({ outcome: "opened" });
    expect(await take()).toMatchObject({ outcome: "opened", auth: { dmarc: { result: "unknown" } } });
  });

  test("when it claims a domain of ours from outside and nothing proves it, whatever the settings say", async () => {
    await setMail({ dmarcFail: "mark" });
    const forged = await take({ from: cast.sara.email, headers: said("fail", "northwind.example") });
    expect(forged.hold).toMatchObject({ reason: "not_verified", data: { ourDomain: true } });
    expect(await take({ from: cast.sara.email, headers: said("pass", "northwind.example") })).toMatchObject({
      outcome: "opened",
    });
  });

  test("when it is marked as spam or scores the settings' limit", async () => {
    expect(await take({ headers: { "X-Spam-Flag": "YES" } })).toMatchObject({ hold: { reason: "spam" } });
    const scored = await take({ headers: { "X-Spam-Status": "No, score=6.5 required=10.0" } });
    expect(scored.hold).toMatchObject({ reason: "spam", data: { score: 6.5 } });
    expect(await take({ headers: { "X-Spam-Status": "No, score=4.9 required=10.0" } })).toMatchObject({ hold: null });
  });

  test("when a stranger names a ticket and the settings hold such mail: it joins nothing and makes nobody", async () => {
    await take();
    const [first] = await listTickets();
    await setMail({ unknownSender: "hold" });
    const people = await db().person.count();
    const held = await take({ from: "stranger@elsewhere.example", subject: `[#${first!.number}] hello` });
    expect(held).toMatchObject({
      rule: "subject",
      hold: { reason: "unknown_sender", data: { ticketId: first!.id, number: first!.number } },
    });
    expect(await listTickets()).toHaveLength(1);
    expect(await db().person.count()).toBe(people);
    // Who takes part joins as ever.
    expect(await take({ subject: `[#${first!.number}] ancora` })).toMatchObject({ outcome: "joined" });
  });

  test("when a rule puts it aside, and names the rule", async () => {
    const rule = makeRule(1, {}, { quarantine: true });
    await useRules(rule);
    const held = await take();
    expect(held).toMatchObject({ hold: { reason: "rule", data: { ruleId: rule.id } } });
    expect(held.ruleMatches).toMatchObject([{ ruleId: rule.id, version: 1, address: queues.repairs.address }]);
    expect(stageOf(held, "rules")).toMatchObject({ tried: 1, matched: [{ id: rule.id }] });
  });
});

test("repeats and our own mails are known before anything is held", async () => {
  const draft = { messageId: "<again@client.example>", headers: said("fail", "marchetti.example") };
  await take(draft);
  expect(await take(draft)).toMatchObject({ stage: "done", outcome: "duplicate" });
});
