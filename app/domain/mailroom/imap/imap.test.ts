import { expect, test } from "vitest";
import { listFolder, openImap, rawMessage, until } from "#tests/support/imap";
import { workMail } from "#tests/support/mailroom";
import { useDatabase } from "#tests/support/use-database";
import { useImap } from "#tests/support/use-imap";
import { MAX_MAIL_BYTES } from "~/domain/mail/receive-mail.server";
import { database } from "~/platform/db.server";

useDatabase();

const { account, add, count, follow, server, taken, whenConnected, whenSettled, whenTaken } = useImap([
  "anna",
  "bruno",
  "carla",
  "dario",
  "elsa",
  "fabio",
  "mara",
  "otto",
]);
const db = () => database().prisma;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("a new message arrives by IDLE and becomes a ticket; older ones stay untouched", async () => {
  await server().deliver("anna", [rawMessage({ subject: "Of last year" })], {
    at: new Date(Date.now() - 400 * 86_400_000),
  });
  const id = await add("anna");
  follow({ pollMs: 60_000 });
  const { connectedAt, seenAt } = await whenConnected(id);
  expect(seenAt!.getTime()).toBeGreaterThanOrEqual(connectedAt!.getTime());

  await server().deliver("anna", [rawMessage({ subject: "The pump leaks" })]);
  const [inbound] = await until(
    () => taken(id),
    (rows) => rows.length === 1,
  );
  expect(inbound).toMatchObject({ source: "imap", recipients: ["support@northwind.example"], stage: "received" });
  await whenSettled(id, 1);
  await workMail();
  const ticket = await db().ticket.findFirstOrThrow({ where: { subject: "The pump leaks" } });
  expect(ticket.queueId).toBeTruthy();
  const flags = await listFolder(server().port, "anna");
  expect([...flags.values()].map((set) => set.has("\\Seen"))).toEqual([false, true]);
  expect(await account(id)).toMatchObject({ lastUid: 2n, waiting: 0, lastError: null });
  expect((await account(id)).lastMessageAt).not.toBeNull();
});

test("an address of ours in the headers decides; the mailbox's own stands in only where none is named", async () => {
  const id = await add("bruno");
  await server().deliver("bruno", [
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

test("a mailbox of 600 messages is taken in batches, in order, with few of them in memory", async () => {
  const before = process.memoryUsage.rss();
  const text = "x".repeat(65_000);
  await server().deliver(
    "carla",
    Array.from({ length: 600 }, (_, n) => rawMessage({ subject: `No ${n}`, text })),
  );
  const id = await add("carla");
  follow({ searchUids: 200 });
  const waits: number[] = [];
  await until(
    async () => {
      await pause(100);
      waits.push((await account(id)).waiting);
      return count(id);
    },
    (n) => n === 600,
    60_000,
  );
  await whenSettled(id, 600);
  expect(Math.max(...waits)).toBeGreaterThan(300);
  expect(await account(id)).toMatchObject({ lastUid: 600n, waiting: 0 });
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
  await server().deliver("dario", [rawMessage(), rawMessage()]);
  await server().deliver("elsa", [rawMessage(), rawMessage()]);
  follow();
  await whenSettled(moved, 2);
  await whenSettled(deleted, 2);
  expect((await listFolder(server().port, "dario")).size).toBe(0);
  expect((await listFolder(server().port, "dario", "Taken.2026")).size).toBe(2);
  expect((await listFolder(server().port, "elsa")).size).toBe(0);
  expect([await count(moved), await count(deleted)]).toEqual([2, 2]);
});

test("a folder that was made anew counts its uids anew: its messages are known again as duplicates", async () => {
  const user = await openImap(server().port, "fabio");
  await user.mailboxCreate("Support");
  const messages = [rawMessage({ subject: "First" }), rawMessage({ subject: "Second" })];
  for (const message of messages) await user.append("Support", message);
  const id = await add("fabio", { folder: "Support" });
  const first = follow();
  await whenSettled(id, 2);
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
  await whenTaken(id, 5);
  await whenSettled(id, 3);
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

test("a message over the limit stays there and is noted; those around it are taken", async () => {
  const id = await add("mara");
  const large = Buffer.concat([Buffer.from(rawMessage()), Buffer.alloc(MAX_MAIL_BYTES, "line of text\r\n")]);
  await server().deliver("mara", [rawMessage(), large, rawMessage()]);
  follow();
  await whenSettled(id, 2);
  const rows = await db().imapMessage.findMany({ where: { accountId: id }, orderBy: { uid: "asc" } });
  expect(rows.map(({ left, inboundId }) => [left, inboundId !== null])).toEqual([
    [null, true],
    ["too_large", false],
    [null, true],
  ]);
  const flags = await listFolder(server().port, "mara");
  expect([...flags.values()].map((set) => set.has("\\Seen"))).toEqual([true, false, true]);
});

test("a message that the server cannot give is left, shown and asked for again; those around it are taken", async () => {
  const id = await add("otto");
  await server().deliver("otto", [rawMessage(), rawMessage({ subject: "Broken" }), rawMessage(), rawMessage()]);
  const mend = await server().lock("otto", 1);
  follow({ renewMs: 700 });
  const left = () => db().imapMessage.count({ where: { accountId: id, left: "refused" } });
  expect(await until(left, (n) => n === 1)).toBe(1);
  expect(await whenTaken(id, 3)).toBe(3);
  await mend();
  expect(await whenTaken(id, 4)).toBe(4);
  expect(await whenSettled(id, 4)).toBe(4);
  expect(await left()).toBe(0);
});
