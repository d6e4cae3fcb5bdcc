import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Dovecot, startDovecot } from "#tests/support/dovecot";
import { DOVECOT_START_MS } from "#tests/support/ensure-dovecot";
import { addImapAccount, IMAP_PASSWORD, listFolder, openImap, rawMessage, until } from "#tests/support/imap";
import { startTcpProxy, type TcpProxy } from "#tests/support/tcp-proxy";
import { useDatabase } from "#tests/support/use-database";
import { MAX_MAIL_BYTES } from "~/domain/mail/receive-mail.server";
import { database } from "~/platform/db.server";
import { makeByteBudget } from "./byte-budget";
import { fetchNewMessages } from "./fetch-new-messages.server";
import { imapLimits } from "./imap-limits";
import { beginFolder, readAccount } from "./account-state.server";
import { startMailboxes } from "./start-mailboxes.server";

useDatabase();

const USERS = [
  "anna",
  "bruno",
  "carla",
  "dario",
  "elsa",
  "fabio",
  "gina",
  "hugo",
  "ivo",
  "lea",
  "mara",
  "nino",
  "otto",
] as const;
let dovecot: Dovecot;
const open: { stop(): Promise<void> }[] = [];
const proxies: TcpProxy[] = [];

beforeAll(async () => {
  dovecot = await startDovecot({ users: Object.fromEntries(USERS.map((name) => [name, IMAP_PASSWORD])) });
}, DOVECOT_START_MS);
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.stop()));
  await Promise.all(proxies.splice(0).map((each) => each.close()));
  await db().imapAccount.deleteMany();
  await database().pool.query("delete from graphile_worker._private_jobs");
});
afterAll(() => dovecot?.stop());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const db = () => database().prisma;
const workMail = async () => (await import("#tests/support/mailroom")).workMail();
const QUICK = { retryMs: 20, maxRetryMs: 100, recheckMs: 100, heartbeatMs: 100 };

function follow(over: Parameters<typeof startMailboxes>[0] = {}) {
  const started = startMailboxes({ ...QUICK, ...over });
  open.push(started);
  return started;
}
async function proxy(rewrite?: (text: string) => string) {
  const made = await startTcpProxy(dovecot.port, rewrite);
  proxies.push(made);
  return made;
}
const add = (username: (typeof USERS)[number], over: Parameters<typeof addImapAccount>[0] = {}) =>
  addImapAccount({ username, port: dovecot.port, ...over });
const account = (id: string) => db().imapAccount.findUniqueOrThrow({ where: { id } });
const taken = (imapId: string) => db().inboundMail.findMany({ where: { imapId }, orderBy: { id: "asc" } });
const count = (imapId: string) => db().inboundMail.count({ where: { imapId } });
const settled = (accountId: string) => db().imapMessage.count({ where: { accountId, NOT: { settledAt: null } } });

test("a new message arrives by IDLE and becomes a ticket; older ones stay untouched", async () => {
  await dovecot.deliver("anna", [rawMessage({ subject: "Of last year" })], {
    at: new Date(Date.now() - 400 * 86_400_000),
  });
  const id = await add("anna");
  follow({ pollMs: 60_000 });
  const { connectedAt, seenAt } = await until(
    () => account(id),
    (row) => row.connectedAt !== null,
  );
  expect(seenAt!.getTime()).toBeGreaterThanOrEqual(connectedAt!.getTime());

  const sentAt = Date.now();
  await dovecot.deliver("anna", [rawMessage({ subject: "The pump leaks" })]);
  const [inbound] = await until(
    () => taken(id),
    (rows) => rows.length === 1,
  );
  expect(Date.now() - sentAt).toBeLessThan(3_000);
  expect(inbound).toMatchObject({ source: "imap", recipients: ["support@northwind.example"], stage: "received" });
  await until(
    () => settled(id),
    (n) => n === 1,
  );
  await workMail();
  const ticket = await db().ticket.findFirstOrThrow({ where: { subject: "The pump leaks" } });
  expect(ticket.queueId).toBeTruthy();
  const flags = await listFolder(dovecot.port, "anna");
  expect([...flags.values()].map((set) => set.has("\\Seen"))).toEqual([false, true]);
  expect(await account(id)).toMatchObject({ lastUid: 2n, waiting: 0, lastError: null });
  expect((await account(id)).lastMessageAt).not.toBeNull();
});

test("an address of ours in the headers decides; the mailbox's own stands in only where none is named", async () => {
  const id = await add("bruno");
  await dovecot.deliver("bruno", [
    rawMessage({ headers: ["Delivered-To: billing@northwind.example"] }),
    rawMessage({ to: "Billing <billing+x@northwind.example>" }),
    rawMessage(),
  ]);
  follow();
  const rows = await until(
    () => taken(id),
    (all) => all.length === 3,
  );
  expect(rows.map(({ recipients }) => recipients)).toEqual([[], [], ["support@northwind.example"]]);
});

test("a mailbox of 2,000 messages is taken in batches, in order, with few of them in memory", async () => {
  const before = process.memoryUsage.rss();
  const text = "x".repeat(20_000);
  await dovecot.deliver(
    "carla",
    Array.from({ length: 2_000 }, (_, n) => rawMessage({ subject: `No ${n}`, text })),
  );
  const id = await add("carla");
  follow({ searchUids: 700 });
  const waits: number[] = [];
  await until(
    async () => {
      await pause(100);
      waits.push((await account(id)).waiting);
      return count(id);
    },
    (n) => n === 2_000,
    60_000,
  );
  await until(
    () => settled(id),
    (n) => n === 2_000,
  );
  expect(Math.max(...waits)).toBeGreaterThan(1_000);
  expect(await account(id)).toMatchObject({ lastUid: 2_000n, waiting: 0 });
  const inOrder = await db().$queryRaw<{ ordered: boolean }[]>`
    select bool_and(received_at >= before) as ordered from (
      select m.received_at, lag(m.received_at, 1, m.received_at) over (order by i.uid) as before
      from imap_message i join inbound_mail m on m.id = i.inbound_id where i.account_id = ${id}::uuid) t`;
  expect(inOrder).toEqual([{ ordered: true }]);
  // 40 MB passed through.
  expect(process.memoryUsage.rss() - before).toBeLessThan(150_000_000);
}, 90_000);

test("moves what is ours to a folder that is made when missing, or deletes it", async () => {
  const moved = await add("dario", { afterwards: "move", moveTo: "Taken.2026" });
  const deleted = await add("elsa", { afterwards: "delete" });
  await dovecot.deliver("dario", [rawMessage(), rawMessage()]);
  await dovecot.deliver("elsa", [rawMessage(), rawMessage()]);
  follow();
  await until(
    () => settled(moved),
    (n) => n === 2,
  );
  await until(
    () => settled(deleted),
    (n) => n === 2,
  );
  expect((await listFolder(dovecot.port, "dario")).size).toBe(0);
  expect((await listFolder(dovecot.port, "dario", "Taken.2026")).size).toBe(2);
  expect((await listFolder(dovecot.port, "elsa")).size).toBe(0);
  expect([await count(moved), await count(deleted)]).toEqual([2, 2]);
});

test("a folder that was made anew counts its uids anew: its messages are known again as duplicates", async () => {
  const user = await openImap(dovecot.port, "fabio");
  await user.mailboxCreate("Support");
  const messages = [rawMessage({ subject: "First" }), rawMessage({ subject: "Second" })];
  for (const message of messages) await user.append("Support", message);
  const id = await add("fabio", { folder: "Support" });
  const first = follow();
  await until(
    () => settled(id),
    (n) => n === 2,
  );
  await workMail();
  const before = await account(id);
  await first.stop();

  await user.mailboxDelete("Support");
  await pause(1_100); // Dovecot's UIDVALIDITY is a time in seconds
  await user.mailboxCreate("Support");
  for (const message of [...messages, rawMessage({ subject: "Third" })]) await user.append("Support", message);
  await user.append("Support", rawMessage({ subject: "Before its time" }), [], new Date("2026-01-01"));
  await user.logout();
  follow();
  await until(
    () => count(id),
    (n) => n === 5,
  );
  await until(
    () => settled(id),
    (n) => n === 3,
  );
  await workMail();
  expect((await account(id)).uidValidity).not.toBe(before.uidValidity);
  const outcomes = (await taken(id)).map(({ subject, outcome }) => [subject, outcome]);
  expect(outcomes).toEqual([
    ["First", "opened"],
    ["Second", "opened"],
    ["First", "duplicate"],
    ["Second", "duplicate"],
    ["Third", "opened"],
  ]);
  expect(await db().ticket.count({ where: { subject: { in: ["First", "Second", "Third", "Before its time"] } } })).toBe(
    3,
  );
});

test("goes on after the server died under it, after a cut line, and after a line that fell silent", async () => {
  const line = await proxy();
  const id = await add("gina", { port: line.port });
  follow({ answerMs: 1_500, pollMs: 500 });
  await until(
    () => account(id),
    (row) => row.connectedAt !== null,
  );
  let expected = 0;
  for (const harm of [() => dovecot.killConnections(), () => line.cut(), () => line.freeze()]) {
    const made = line.connections();
    harm();
    await dovecot.deliver("gina", [rawMessage()]);
    expected++;
    await until(
      () => count(id),
      (n) => n === expected,
    );
    expect(line.connections()).toBeGreaterThan(made);
  }
  await until(
    () => settled(id),
    (n) => n === 3,
  );
  const { lastError, lastErrorAt, connectedAt } = await account(id);
  expect(lastError).toMatch(/^(timeout|closed)/);
  expect(lastErrorAt!.getTime()).toBeLessThanOrEqual(connectedAt!.getTime());
});

test("asks now and then where the server has no IDLE", async () => {
  const line = await proxy((text) => text.replaceAll(" IDLE", ""));
  const id = await add("hugo", { port: line.port });
  follow({ pollMs: 150 });
  await until(
    () => account(id),
    (row) => row.connectedAt !== null,
  );
  await dovecot.deliver("hugo", [rawMessage()]);
  expect(
    await until(
      () => count(id),
      (n) => n === 1,
    ),
  ).toBe(1);
});

test("two processes never fetch one mailbox at once; when the first ends, the other goes on", async () => {
  const line = await proxy();
  const id = await add("ivo", { port: line.port });
  const first = follow();
  await until(
    () => account(id),
    (row) => row.connectedAt !== null,
  );
  follow();
  await dovecot.deliver("ivo", [rawMessage()]);
  await until(
    () => count(id),
    (n) => n === 1,
  );
  await pause(400);
  expect(line.connections()).toBe(1);
  await first.stop();
  await dovecot.deliver("ivo", [rawMessage()]);
  await until(
    () => count(id),
    (n) => n === 2,
  );
  expect(line.connections()).toBe(2);
});

test("two that fetch one mailbox all the same take each message once", async () => {
  const id = await add("lea");
  await dovecot.deliver(
    "lea",
    Array.from({ length: 120 }, (_, n) => rawMessage({ subject: `Twice ${n}` })),
  );
  const fetchAll = async () => {
    const client = await openImap(dovecot.port, "lea");
    const { uidValidity } = await client.mailboxOpen("INBOX");
    const saved = await readAccount(id);
    await fetchNewMessages({
      client,
      account: saved!,
      state: await beginFolder(id, uidValidity),
      limits: imapLimits,
      budget: makeByteBudget(imapLimits.memoryBytes),
      signal: new AbortController().signal,
      breaks: new Map(),
      settle: () => Promise.resolve(),
    });
    await client.logout();
  };
  await Promise.all([fetchAll(), fetchAll(), fetchAll()]);
  expect(await count(id)).toBe(120);
  expect(await db().imapMessage.count({ where: { accountId: id } })).toBe(120);

  // All three ended before anything was moved: the next start moves, and takes nothing again.
  await db().imapAccount.update({ where: { id }, data: { afterwards: "move", moveTo: "Done" } });
  follow();
  await until(
    () => settled(id),
    (n) => n === 120,
  );
  expect(await count(id)).toBe(120);
  expect((await listFolder(dovecot.port, "lea", "Done")).size).toBe(120);
});

test("a message over the limit stays there and is noted; those around it are taken", async () => {
  const id = await add("mara");
  const large = Buffer.concat([Buffer.from(rawMessage()), Buffer.alloc(MAX_MAIL_BYTES, "line of text\r\n")]);
  await dovecot.deliver("mara", [rawMessage(), large, rawMessage()]);
  follow();
  await until(
    () => settled(id),
    (n) => n === 2,
  );
  const rows = await db().imapMessage.findMany({ where: { accountId: id }, orderBy: { uid: "asc" } });
  expect(rows.map(({ left, inboundId }) => [left, inboundId !== null])).toEqual([
    [null, true],
    ["too_large", false],
    [null, true],
  ]);
  const flags = await listFolder(dovecot.port, "mara");
  expect([...flags.values()].map((set) => set.has("\\Seen"))).toEqual([true, false, true]);
});

test("a message that the server cannot give is left, shown and asked for again; those around it are taken", async () => {
  const id = await add("otto");
  await dovecot.deliver("otto", [rawMessage(), rawMessage({ subject: "Broken" }), rawMessage(), rawMessage()]);
  const mend = await dovecot.lock("otto", 1);
  follow({ renewMs: 700 });
  const left = () => db().imapMessage.count({ where: { accountId: id, left: "refused" } });
  expect(await until(left, (n) => n === 1)).toBe(1);
  expect(
    await until(
      () => count(id),
      (n) => n === 3,
    ),
  ).toBe(3);
  await mend();
  expect(
    await until(
      () => count(id),
      (n) => n === 4,
    ),
  ).toBe(4);
  expect(
    await until(
      () => settled(id),
      (n) => n === 4,
    ),
  ).toBe(4);
  expect(await left()).toBe(0);
});

test("a wrong password is told in words and tried again only after a long pause", async () => {
  const line = await proxy();
  const { sealImapSecret } = await import("./imap-secret.server");
  const secret = sealImapSecret({ password: "not it" });
  const id = await add("nino", { port: line.port, secret });
  follow();
  await until(
    () => account(id),
    (row) => row.lastError !== null,
  );
  await pause(500);
  expect(line.connections()).toBe(1);
  expect(await account(id)).toMatchObject({ connectedAt: null, lastError: expect.stringMatching(/^login\n/) });
  // A corrected account is followed within seconds.
  await db().imapAccount.update({
    where: { id },
    data: { secret: sealImapSecret({ password: IMAP_PASSWORD }), revision: { increment: 1 } },
  });
  await until(
    () => account(id),
    (row) => row.connectedAt !== null,
  );
  await db().imapAccount.update({ where: { id }, data: { enabled: false, revision: { increment: 1 } } });
  await until(
    () => account(id),
    (row) => row.connectedAt === null,
  );
});
