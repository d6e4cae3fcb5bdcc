import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cast, castCtx, queues, STORY_TIME } from "#tests/support/cast";
import { insertMail } from "#tests/support/insert-mail";
import { insertMessage, insertTicket } from "#tests/support/insert-ticket";
import { countStatements, explain, statementsOf } from "#tests/support/statements";
import { useDatabase } from "#tests/support/use-database";
import { newId } from "~/lib/id";
import { config } from "~/platform/config.server";
import { freezeClock } from "~/platform/clock.server";
import { database } from "~/platform/db.server";
import { countHeldMail } from "./count-held-mail.server";
import { countMailsOfSender } from "./count-mails-of-sender.server";
import { getMail } from "./get-mail.server";
import { getMailAttachment } from "./get-mail-attachment.server";
import { getMailBody } from "./get-mail-body.server";
import { getMailOriginal } from "./get-mail-original.server";
import { getMailRaw } from "./get-mail-raw.server";
import { listHeldMail } from "./list-held-mail.server";
import { listMails } from "./list-mails.server";
import { listSimilarContacts } from "./list-similar-contacts.server";
import { openMail } from "./open-mail.server";

useDatabase();
beforeEach(() => freezeClock(STORY_TIME));

const NOT_FOUND = { kind: "not_found" };
const FORBIDDEN = { kind: "forbidden" };
const story = new Date(STORY_TIME).getTime();
const ago = (minutes: number) => new Date(story - minutes * 60_000);
const ids = ({ rows }: { rows: { id: string }[] }) => rows.map(({ id }) => id);

const PNG = "iVBORw0KGgoAAAANSUhEUg==";
const WITH_PICTURE = Buffer.from(
  [
    'From: "support@northwind.example" <p.ferri@gmail.example>',
    `To: ${queues.repairs.address}`,
    "Reply-To: other@gmail.example",
    "Subject: Re: [#10482] Replacement part",
    "MIME-Version: 1.0",
    'Content-Type: multipart/related; boundary="b"',
    "",
    "--b",
    "Content-Type: text/html; charset=utf-8",
    "",
    '<p onclick="x()">See <img src="cid:crack@x"><img src="http://tracker.example/p.gif" width="300" alt="offer"></p>',
    "--b",
    "Content-Type: image/png; name=crack.png",
    "Content-ID: <crack@x>",
    "Content-Transfer-Encoding: base64",
    "",
    PNG,
    "--b",
    "Content-Type: text/html; name=page.html",
    "Content-Disposition: attachment; filename=page.html",
    "",
    "<script>alert(1)</script>",
    "--b--",
    "",
  ].join("\r\n"),
);

let repairs: string;
let older: string;
let billing: string;
let nowhere: string;
let joined: string;
let discarded: string;
let ticket: { id: string; number: number };

beforeAll(async () => {
  freezeClock(STORY_TIME);
  ticket = await insertTicket();
  const { id: messageId } = await insertMessage(ticket.id);
  ({ id: repairs } = await insertMail({
    subject: "Re: [#10482] Replacement part",
    fromName: "Paolo Ferri",
    fromAddress: "p.ferri@gmail.example",
    receivedAt: ago(4),
    bytes: WITH_PICTURE,
    hold: {
      reason: "unknown_sender",
      data: { ticketId: ticket.id, number: ticket.number },
      heldAt: ago(4),
      claimedById: cast.elena.id,
      claimedAt: ago(1),
    },
  }));
  ({ id: older } = await insertMail({
    subject: "Вопрос по гарантии",
    receivedAt: ago(50),
    hold: { reason: "forward_unclear", heldAt: ago(50) },
  }));
  ({ id: billing } = await insertMail({
    queueId: queues.billing.id,
    fromAddress: "billing@paymnts.example",
    receivedAt: ago(20),
    hold: { reason: "not_verified", heldAt: ago(20) },
  }));
  ({ id: nowhere } = await insertMail({ queueId: null, receivedAt: ago(30), stage: "received" }));
  // Came to Billing and became a message of a ticket that Repairs has now.
  ({ id: joined } = await insertMail({
    queueId: queues.billing.id,
    receivedAt: ago(60),
    outcome: "joined",
    threadId: ticket.id,
    entryId: messageId,
  }));
  ({ id: discarded } = await insertMail({
    receivedAt: ago(70),
    outcome: "discarded",
    fromAddress: "win@Lottery.example",
    blockedBy: "@lottery.example",
    purgeAt: ago(-1),
  }));
});

describe("the list", () => {
  test("of what waits begins with the oldest, and shows agents their queues alone", async () => {
    expect(ids(await listHeldMail(castCtx("ada"), {}))).toEqual([older, billing, repairs]);
    expect(ids(await listHeldMail(castCtx("elena"), {}))).toEqual([older, repairs]);
    expect(ids(await listHeldMail(castCtx("marco"), {}))).toEqual([billing]);
    const row = (await listHeldMail(castCtx("elena"), {})).rows[1]!;
    expect(row).toMatchObject({ to: queues.repairs.address, fromName: "Paolo Ferri", stage: "held" });
    expect(row.hold).toMatchObject({
      reason: "unknown_sender",
      heldAt: ago(4),
      claimedBy: { id: cast.elena.id, name: "Elena Rossi" },
    });
  });

  test("counts what it shows", async () => {
    expect(await countHeldMail(castCtx("ada"))).toBe(3);
    expect(await countHeldMail(castCtx("elena"))).toBe(2);
    expect(await countHeldMail(castCtx("marco"))).toBe(1);
  });

  test("of all mail begins with the newest; mail to no queue is the administrators'", async () => {
    expect(ids(await listMails(castCtx("ada"), { view: "all" }))).toEqual([
      repairs,
      billing,
      nowhere,
      older,
      joined,
      discarded,
    ]);
    expect(ids(await listMails(castCtx("elena"), { view: "all" }))).toEqual([repairs, older, discarded]);
    expect(ids(await listMails(castCtx("marco"), { view: "all" }))).toEqual([billing, joined]);
    const ofMarco = (await listMails(castCtx("marco"), { view: "all" })).rows[1]!;
    expect(ofMarco.number).toBeNull(); // a ticket that he does not see
    expect((await listMails(castCtx("ada"), { view: "all" })).rows[4]!.number).toBe(ticket.number);
  });

  test("of discarded mail has nothing else", async () => {
    expect(ids(await listMails(castCtx("ada"), { view: "discarded" }))).toEqual([discarded]);
    expect(ids(await listMails(castCtx("elena"), { view: "discarded" }))).toEqual([discarded]);
    expect(ids(await listMails(castCtx("marco"), { view: "discarded" }))).toEqual([]);
  });

  test.each([
    ["the sender's address", "P.Ferri@gmail.example", "repairs"],
    ["a domain", "@lottery.example", "discarded"],
    ["words of the subject, the last by its beginning", "вопрос гаран", "older"],
    ["the sender's name", "paolo fer", "repairs"],
  ])("finds by %s", async (_, q, which) => {
    const wanted = { repairs, discarded, older }[which];
    expect(ids(await listMails(castCtx("elena"), { view: "all", q }))).toEqual([wanted]);
    expect(ids(await listMails(castCtx("marco"), { view: "all", q }))).toEqual([]);
  });

  test("finds by Message-ID, with its brackets or without", async () => {
    for (const q of [`<${older}@elsewhere.example>`, `${older}@elsewhere.example`])
      for (const list of [listHeldMail(castCtx("elena"), { q }), listMails(castCtx("elena"), { view: "all", q })])
        expect(ids(await list)).toEqual([older]);
  });

  test.each(["'", "%", "a:*b & !", "\0", "@", "<>", "((", "&".repeat(500)])("takes %j as a search", async (q) => {
    expect(Array.isArray((await listMails(castCtx("ada"), { view: "all", q })).rows)).toBe(true);
  });

  test("is no customer's", async () => {
    for (const act of [
      () => listHeldMail(castCtx("giulia"), {}),
      () => listMails(castCtx("giulia"), { view: "all" }),
      () => countHeldMail(castCtx("giulia")),
      () => listSimilarContacts(castCtx("giulia"), { address: "a@b.example", name: "" }),
      () => countMailsOfSender(castCtx("giulia"), "a@b.example"),
    ])
      await expect(act()).rejects.toMatchObject(FORBIDDEN);
  });
});

describe("a mail", () => {
  test("of another queue is not there, in no form", async () => {
    const url = () => "";
    const ctx = castCtx("marco");
    for (const act of [
      () => getMail(ctx, repairs),
      () => getMailBody(ctx, repairs, url),
      () => getMailRaw(ctx, repairs),
      () => getMailOriginal(ctx, repairs),
      () => getMailAttachment(ctx, repairs, 0),
      () => getMail(ctx, nowhere),
      () => getMail(ctx, newId()),
      () => getMail(ctx, "x"),
    ])
      await expect(act()).rejects.toMatchObject(NOT_FOUND);
    await expect(getMail(castCtx("giulia"), repairs)).rejects.toMatchObject(FORBIDDEN);
  });

  test("of a ticket that one sees is there, whatever queue it came to", async () => {
    expect(await getMail(castCtx("elena"), joined)).toMatchObject({
      number: ticket.number,
      queue: { name: "Billing" },
    });
  });

  test("names what its hold speaks of, where the reader sees it", async () => {
    const mail = await getMail(castCtx("elena"), repairs);
    expect(mail.named).toEqual({ number: ticket.number, subject: "Pump 7 does not start" });
    expect(mail.hold?.claimedBy?.name).toBe("Elena Rossi");
    expect(mail.decided).toBeNull();
  });

  test("tells who decided, and what was filed", async () => {
    const { id } = await insertMail({
      outcome: "filed",
      hold: { reason: "spam", decidedAt: ago(1), decidedById: cast.sara.id, decision: "filed" },
      stage: "done",
      receivedAt: ago(600),
    });
    await database().prisma.filedMail.create({ data: { inboundId: id, personId: cast.giulia.id, at: ago(1) } });
    const mail = await getMail(castCtx("elena"), id);
    expect(mail).toMatchObject({
      hold: null,
      decided: { decision: "filed", by: { name: "Sara Bianchi" } },
      filed: { person: { name: "Giulia Marchetti" }, organization: null },
    });
    await database().prisma.inboundMail.delete({ where: { id } });
  });

  test("is shown sanitised, with its pictures from our address and what its sender's name pretends", async () => {
    const { view } = await getMailBody(castCtx("elena"), repairs, (index) => `/pictures/${index}`);
    if ("unreadable" in view) throw new Error("unreadable");
    expect(view).toMatchObject({ pretends: "support@northwind.example", replyTo: { address: "other@gmail.example" } });
    expect(view.body.html).toContain('src="/pictures/0"');
    expect(view.body.html).not.toMatch(/onclick|tracker/);
    expect(view.body.remoteImages).toBe(true);
    expect(view.files.map(({ name, type, inline }) => ({ name, type, inline }))).toEqual([
      { name: "crack.png", type: "image/png", inline: true },
      { name: "page.html", type: "application/octet-stream", inline: false },
    ]);
  });

  test("is read once for its page and its pictures, and by nobody who may not", async () => {
    const first = await openMail(castCtx("elena"), repairs);
    expect(await openMail(castCtx("ada"), repairs)).toBe(first);
    await expect(openMail(castCtx("marco"), repairs)).rejects.toMatchObject(NOT_FOUND);
  });

  test("gives its files by their place", async () => {
    expect(await getMailAttachment(castCtx("elena"), repairs, 0)).toMatchObject({
      name: "crack.png",
      type: "image/png",
    });
    await expect(getMailAttachment(castCtx("elena"), repairs, 2)).rejects.toMatchObject(NOT_FOUND);
    await expect(getMailAttachment(castCtx("elena"), repairs, -1)).rejects.toMatchObject(NOT_FOUND);
  });

  test("to an agent's private filing address does not give its key away", async () => {
    const { domain } = config().mail;
    const filing = `file.abcdefgh12345678@${domain}`;
    const bytes = Buffer.from(`Received: from a by b for <${filing}>\r\nFrom: ${cast.sara.email}\r\n\r\nOur offer`);
    const { id } = await insertMail({ recipients: [filing], receivedAt: ago(950), bytes });
    const mail = await getMail(castCtx("elena"), id);
    expect(JSON.stringify(mail)).not.toContain("abcdefgh");
    expect(mail).toMatchObject({ to: `file@${domain}`, recipients: [`file@${domain}`] });
    expect((await getMailRaw(castCtx("elena"), id)).bytes.toString()).toContain(
      `for <file.${"x".repeat(16)}@${domain}>`,
    );
    await database().prisma.inboundMail.delete({ where: { id } });
  });

  test("that cannot be read says why, and its source is there", async () => {
    const { id } = await insertMail({ bytes: Buffer.from("no mail at all"), receivedAt: ago(900) });
    expect((await getMailBody(castCtx("elena"), id, () => "")).view).toEqual({ unreadable: "no-headers" });
    expect((await getMailRaw(castCtx("elena"), id)).bytes.toString()).toBe("no mail at all");
    await expect(getMailOriginal(castCtx("elena"), id)).rejects.toMatchObject(NOT_FOUND);
    await expect(getMailAttachment(castCtx("elena"), id, 0)).rejects.toMatchObject(NOT_FOUND);
    await database().prisma.inboundMail.delete({ where: { id } });
  });
});

test("similar contacts are those of the same name or the same beginning of the address", async () => {
  const found = await listSimilarContacts(castCtx("elena"), { address: "p.ferri@gmail.example", name: "Paolo Ferri" });
  expect(found.known).toBeNull();
  expect(found.similar).toMatchObject([
    { name: "Paolo Ferri", address: cast.paolo.email, organization: "Marchetti Impianti" },
  ]);
  expect(
    (await listSimilarContacts(castCtx("elena"), { address: "Giulia@marchetti.example", name: "" })).known?.name,
  ).toBe("Giulia Marchetti");
});

test("what a sender sent in 30 days is counted by address and by domain", async () => {
  expect(await countMailsOfSender(castCtx("elena"), "win@Lottery.example")).toMatchObject({ address: 1, domain: 1 });
  expect(await countMailsOfSender(castCtx("elena"), "other@lottery.example")).toMatchObject({ address: 0, domain: 1 });
});

describe("among twenty thousand mails", () => {
  beforeAll(async () => {
    const { prisma } = database();
    // Many queues: PostgreSQL takes a queue's share of the mail for the average one.
    const others = Array.from({ length: 20 }, (_, n) => ({ id: newId(), name: `Branch ${n}`, position: 100 + n }));
    await prisma.queue.createMany({ data: others });
    const otherIds = [queues.billing.id, ...others.map(({ id }) => id)];
    await prisma.$executeRaw`
      insert into inbound_mail (id, source, received_at, envelope_from, recipients, size, sha256, stage, outcome, subject,
        from_address, from_name, message_id, queue_id)
      select ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, 'smtp', ${ago(1000)}::timestamptz - n * interval '1 minute', '', '{}', 10, '',
        (case when n % 100 = 0 then 'held' else 'done' end)::inbound_stage,
        (case when n % 10 = 5 or n % 200 = 0 then 'discarded' when n % 100 = 0 then null else 'opened' end)::inbound_outcome,
        'Order ' || n || ' of pumps', 'sender' || n % 3000 || '@d' || n % 500 || '.example', 'Sender ' || n % 3000, '<m' || n || '@x.example>',
        case when n % 2 = 0 then ${queues.repairs.id}::uuid else (${otherIds}::uuid[])[1 + n % 21] end
      from generate_series(1, 20000) n`;
    await prisma.$executeRaw`
      insert into mail_hold (inbound_id, reason, queue_id, held_at, alert_at, decided_at, decision)
      select id, 'spam', queue_id, received_at, received_at, case when n % 7 = 0 then null else received_at end, 'opened'
      from (select *, row_number() over (order by received_at) as n from inbound_mail where received_at < ${ago(1000)}::timestamptz) m`;
    await prisma.$executeRawUnsafe("vacuum analyze inbound_mail");
    await prisma.$executeRawUnsafe("analyze mail_hold");
  }, 60_000);

  /** The indexes that the one statement of `act` reads; none of them reads a table whole. */
  async function indexesOf(act: () => Promise<unknown>): Promise<string> {
    const ran = await statementsOf(act);
    expect(ran.length).toBe(1);
    const plans = await Promise.all(ran.map(explain));
    const used = plans.flatMap((plan) => plan.indexes).join(" ");
    expect(
      plans.flatMap((plan) => plan.scanned).filter((table) => ["inbound_mail", "mail_hold"].includes(table)),
    ).toEqual([]);
    for (const plan of plans) expect(plan.buffers).toBeLessThan(2_000);
    return used;
  }

  test("each list reads its index in one statement", async () => {
    const [ada, elena] = [castCtx("ada"), castCtx("elena")];
    expect(await indexesOf(() => listHeldMail(ada, {}))).toMatch(/\bmail_hold_open\b/);
    expect(await indexesOf(() => listHeldMail(elena, {}))).toMatch(/\bmail_hold_open/);
    expect(await indexesOf(() => countHeldMail(ada))).toMatch(/\bmail_hold_open/);
    expect(await indexesOf(() => countHeldMail(elena))).toMatch(/\bmail_hold_open/);
    expect(await indexesOf(() => listMails(ada, { view: "all" }))).toMatch(/\binbound_mail_received_at_id_idx\b/);
    expect(await indexesOf(() => listMails(elena, { view: "all" }))).toMatch(
      /\binbound_mail_queue_id_received_at_id_idx\b/,
    );
    expect(await indexesOf(() => listMails(ada, { view: "discarded" }))).toMatch(/\binbound_mail_discarded\b/);
    expect(await indexesOf(() => listMails(elena, { view: "discarded" }))).toMatch(/\binbound_mail_discarded_queue\b/);
  });

  test("each search reads an index", async () => {
    const elena = castCtx("elena");
    const search = (q: string) => () => listMails(elena, { view: "all", q });
    expect(await indexesOf(search("sender42@d42.example"))).toMatch(/from_address_received_at|inbound_mail_message_id/);
    expect(await indexesOf(search("m4242@x.example"))).toMatch(/inbound_mail_message_id/);
    expect(await indexesOf(search("@d42.example"))).toMatch(/inbound_mail_domain/);
    expect(await indexesOf(search("order 4242"))).toMatch(/inbound_mail_words/);
    expect(await indexesOf(search("pumps"))).toMatch(/inbound_mail/);
    expect(await indexesOf(() => countMailsOfSender(elena, "sender42@d42.example"))).toMatch(/inbound_mail_domain/);
  });

  test("a page of mail takes two statements, and its body one", async () => {
    expect(await countStatements(() => getMail(castCtx("elena"), repairs))).toBe(1);
    expect(await countStatements(() => getMail(castCtx("elena"), joined))).toBe(2);
    expect(await countStatements(() => getMailBody(castCtx("elena"), repairs, () => ""))).toBe(1);
  });

  test("pages follow each other to the end and back without a gap", async () => {
    const ctx = castCtx("elena");
    const first = await listHeldMail(ctx, {});
    const second = await listHeldMail(ctx, { after: first.next });
    expect(new Set([...ids(first), ...ids(second)]).size).toBe(50);
    expect(ids(await listHeldMail(ctx, { after: second.previous }))).toEqual(ids(first));
    const all = await listMails(ctx, { view: "all" });
    const more = await listMails(ctx, { view: "all", after: all.next });
    expect(more.rows[0]!.receivedAt.getTime()).toBeLessThanOrEqual(all.rows.at(-1)!.receivedAt.getTime());
    expect(ids(await listMails(ctx, { view: "all", after: more.previous }))).toEqual(ids(all));
  });
});
