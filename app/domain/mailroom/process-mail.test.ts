import { afterEach, describe, expect, test } from "vitest";
import {
  arrive,
  emptyMailroom,
  findMail,
  listTickets,
  stageOf,
  take,
  theTicket,
  useRules,
} from "#tests/support/arriving-mail";
import { cast, castCtx, queues } from "#tests/support/cast";
import { makeRule } from "#tests/support/mail-rules";
import { workMail } from "#tests/support/mailroom";
import { useDatabase } from "#tests/support/use-database";
import { newId } from "~/lib/id";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { blockSender } from "./block-sender.server";
import { listBlocked } from "./list-blocked.server";
import { MAIL_STAGES, type MailTrace } from "./mail-trace";
import { processMail } from "./process-mail.server";
import { purgeDiscarded } from "./purge-discarded.server";
import { reprocessMail } from "./reprocess-mail.server";
import { unblockSender } from "./unblock-sender.server";

useDatabase();
emptyMailroom();
const db = () => database().prisma;
const sql = (text: string) => database().pool.query(text);
const due = () => sql("update graphile_worker._private_jobs set run_at = now()");

/** Every write of this kind fails from now on, as when the process or the database ends there. */
const breakAt = async (event: string, table: string, when = "") => {
  await sql(`create or replace function crash() returns trigger language plpgsql as
    $$ begin raise exception 'crashed at ${event} ${table}'; end $$`);
  await sql(`create trigger crash before ${event} on ${table} for each row ${when} execute function crash()`);
};
const mend = () => sql("drop function if exists crash() cascade");
afterEach(mend);

describe("the trace", () => {
  test("has the stages in their order, each with its time, and what is known of the mail", async () => {
    const mail = await take({ from: '"Giulia M." <giulia@marchetti.example>' });
    const { runs, stages } = mail.trace as unknown as MailTrace;
    expect(runs).toBe(1);
    expect(stages.map(({ stage }) => stage)).toEqual(MAIL_STAGES.slice(1));
    expect(stages.every(({ at, ms }) => !Number.isNaN(Date.parse(at)) && ms >= 0)).toBe(true);
    expect(mail).toMatchObject({
      fromName: "Giulia M.",
      fromAddress: cast.giulia.email,
      queueId: queues.repairs.id,
      auth: { by: expect.any(String), dmarc: { result: "unknown" } },
    });
    expect(stageOf(mail, "thread")).toMatchObject({ result: "new", rule: null, number: null });
    expect(stageOf(mail, "answer")).toMatchObject({ result: "queued", why: "address" });
  });
});

describe("a crash", () => {
  test.each([
    ["while its files are stored", "insert", "stored_file", "", "read"],
    ["before it counts as read", "update of stage", "inbound_mail", "when (new.stage = 'read')", "received"],
    ["while the rules' matches are written", "insert", "mail_rule_match", "", "read"],
    ["while the ticket opens", "insert", "ticket", "", "read"],
    ["while the message is written", "insert", "message", "", "read"],
    ["while a forward is queued", "insert", "outbound_mail", "", "read"],
    ["while the facts are recorded", "insert", "event", "", "read"],
    ["before it counts as filed", "update of stage", "inbound_mail", "when (new.stage = 'done')", "read"],
  ])("%s leaves nothing half done, and the next run goes on from there", async (_, event, table, when, stage) => {
    await useRules(makeRule(1, {}, { forwardTo: ["partner@elsewhere.example"], tags: ["t"] }));
    const id = await arrive({ attachments: [{ filename: "a.txt", content: `${event} ${table}` }] });
    await breakAt(event, table, when);
    await workMail();
    expect(await findMail(id)).toMatchObject({
      stage,
      attempts: 1,
      error: expect.stringContaining("crashed"),
      ruleMatches: [],
    });
    expect(await listTickets()).toEqual([]);
    expect(await db().outboundMail.count()).toBe(0);
    expect(await db().seenMail.count()).toBe(0);

    await mend();
    const auth = stage === "read" ? (await findMail(id)).auth : null;
    await due();
    await workMail();
    const mail = await findMail(id);
    expect(mail).toMatchObject({ stage: "done", outcome: "opened", attempts: 2, error: null, ruleMatches: [{}] });
    expect(mail.auth).toEqual(auth ?? mail.auth);
    const ticket = await theTicket();
    expect(ticket).toMatchObject({ messages: [{ attachments: [{ name: "a.txt" }] }], tags: [{ tag: { name: "t" } }] });
    expect(await db().outboundMail.count({ where: { template: "forward" } })).toBe(1);
    expect((mail.trace as unknown as MailTrace).stages.map((entry) => entry.stage)).toEqual(MAIL_STAGES.slice(1));
  });

  test("while a mail is held leaves it unheld until the next run", async () => {
    const id = await arrive({ headers: { "X-Spam-Flag": "YES" } });
    await breakAt("insert", "mail_hold");
    await workMail();
    expect(await findMail(id)).toMatchObject({ stage: "read", hold: null });
    await mend();
    await due();
    await workMail();
    expect(await findMail(id)).toMatchObject({ stage: "held", hold: { reason: "spam" } });
  });

  test("of one mail does not keep the next from being filed", async () => {
    await sql(`create or replace function crash() returns trigger language plpgsql as
      $$ begin if new.subject = 'poison' then raise exception 'crashed'; end if; return new; end $$`);
    await sql("create trigger crash before insert on ticket for each row execute function crash()");
    const poison = await arrive({ subject: "poison" });
    const others = [await arrive({ subject: "one" }), await arrive({ subject: "two" })];
    await workMail(1);
    expect(await findMail(poison)).toMatchObject({ stage: "read" });
    for (const id of others) expect(await findMail(id)).toMatchObject({ outcome: "opened" });
  });
});

test("two workers on one mail make one message; a held mail is taken up by no job", async () => {
  const id = await arrive();
  await Promise.all([1, 2, 3].map(() => processMail(systemCtx(), id)));
  expect((await theTicket()).messages).toHaveLength(1);
  const held = await take({ headers: { "X-Spam-Flag": "YES" } });
  await processMail(systemCtx(), held.id);
  expect(await findMail(held.id)).toMatchObject({ stage: "held", attempts: 1 });
});

describe("a blocked sender", () => {
  test("is discarded: by address, by domain and by the domains above, and comes back when unblocked", async () => {
    const ada = castCtx("ada");
    await blockSender(ada, { entry: "Eve@Evil.example", note: "spam" });
    await blockSender(ada, { entry: "worse.example" });
    await blockSender(ada, { entry: "@worse.example" });
    const byAddress = await take({ from: "eve@evil.example" });
    const below = await take({ from: "a@mail.worse.example" });
    expect(byAddress).toMatchObject({ stage: "done", outcome: "discarded", blockedBy: "eve@evil.example" });
    expect(below).toMatchObject({ outcome: "discarded", blockedBy: "@worse.example" });
    expect(stageOf(byAddress, "route")).toMatchObject({ result: "discarded" });
    expect(await take({ from: "adam@evil.example" })).toMatchObject({ outcome: "opened" });
    expect(await db().person.count({ where: { addresses: { some: { address: "eve@evil.example" } } } })).toBe(0);
    expect((await listBlocked(ada)).rows.map(({ entry, mails }) => [entry, mails])).toEqual(
      expect.arrayContaining([
        ["@worse.example", 1],
        ["eve@evil.example", 1],
      ]),
    );

    await reprocessMail(ada, byAddress.id);
    await workMail();
    expect(await findMail(byAddress.id)).toMatchObject({ outcome: "discarded" });
    await unblockSender(ada, "eve@evil.example");
    await reprocessMail(ada, byAddress.id);
    await workMail();
    expect(await findMail(byAddress.id)).toMatchObject({ outcome: "opened", blockedBy: null, purgeAt: null });
  });

  test("stays discarded when two workers read the mail at once", async () => {
    await blockSender(castCtx("ada"), { entry: "eve@evil.example" });
    for (let round = 0; round < 5; round++) {
      const id = await arrive({ from: "eve@evil.example", subject: `round ${round}` });
      await Promise.all([1, 2, 3].map(() => processMail(systemCtx(), id)));
      expect(await findMail(id)).toMatchObject({ outcome: "discarded", blockedBy: "eve@evil.example" });
    }
    expect(await listTickets()).toEqual([]);
  });

  test("cannot be a domain at which somebody who works here has an address", async () => {
    await db().emailAddress.create({
      data: {
        id: newId(),
        personId: cast.sara.id,
        address: "sara@mail.home.example",
        primary: false,
        createdAt: new Date(),
      },
    });
    await expect(blockSender(castCtx("ada"), { entry: "@home.example" })).rejects.toMatchObject({
      code: "mailroom:error.blockOurs",
    });
    expect(await blockSender(castCtx("ada"), { entry: "@me.example" })).toEqual({ entry: "@me.example" });
  });

  test.each([["support@northwind.example"], ["@northwind.example"], ["@example"], [cast.sara.email]])(
    "cannot be %s",
    async (entry) => {
      await expect(blockSender(castCtx("ada"), { entry })).rejects.toMatchObject({
        code: expect.stringMatching(/blockOurs|checkFields/),
      });
    },
  );
});

test("what was discarded is deleted after thirty days, with its bytes; the same mail then is a new one", async () => {
  await useRules(makeRule(1, {}, { discard: true }));
  const draft = { messageId: "<purged@client.example>" };
  const mail = await take(draft);
  const kept = new Date(mail.purgeAt!.getTime() - 1);
  expect(await purgeDiscarded(systemCtx({ now: kept }))).toBe(0);
  expect(await purgeDiscarded(systemCtx({ now: mail.purgeAt! }))).toBe(1);
  expect([await db().inboundMail.count(), await db().rawMail.count(), await db().seenMail.count()]).toEqual([0, 0, 0]);
  expect(await take(draft)).toMatchObject({ outcome: "discarded" });
});
